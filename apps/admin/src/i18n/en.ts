import english from 'ra-language-english';
import { cases } from './en/cases.js';
import { documents } from './en/documents.js';
import { forms } from './en/forms.js';
import { mail } from './en/mail.js';
import { migration } from './en/migration.js';
import { office } from './en/office.js';
import { operations } from './en/operations.js';
import { registries } from './en/registries.js';
import { respond } from './en/respond.js';
import { shell } from './en/shell.js';
import { summary } from './en/summary.js';
import { task } from './en/task.js';
import { worklist } from './en/worklist.js';

export const own = { ...shell, ...worklist, ...task, ...cases, ...documents, ...office, ...registries, ...operations, ...mail, ...migration, ...summary, ...respond, ...forms };
export const messages = { ...(english as object), ...own };

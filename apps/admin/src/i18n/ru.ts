import russian from 'ra-language-russian';
import { cases } from './ru/cases.js';
import { documents } from './ru/documents.js';
import { forms } from './ru/forms.js';
import { mail } from './ru/mail.js';
import { migration } from './ru/migration.js';
import { office } from './ru/office.js';
import { operations } from './ru/operations.js';
import { registries } from './ru/registries.js';
import { respond } from './ru/respond.js';
import { shell } from './ru/shell.js';
import { summary } from './ru/summary.js';
import { task } from './ru/task.js';
import { worklist } from './ru/worklist.js';

export const own = { ...shell, ...worklist, ...task, ...cases, ...documents, ...office, ...registries, ...operations, ...mail, ...migration, ...summary, ...respond, ...forms };
export const messages = { ...(russian as object), ...own };

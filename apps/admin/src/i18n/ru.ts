import russian from 'ra-language-russian';
import { cases } from './ru/cases.js';
import { documents } from './ru/documents.js';
import { office } from './ru/office.js';
import { shell } from './ru/shell.js';
import { task } from './ru/task.js';
import { worklist } from './ru/worklist.js';

export const own = { ...shell, ...worklist, ...task, ...cases, ...documents, ...office };
export const messages = { ...(russian as object), ...own };

import russian from 'ra-language-russian';
import { shell } from './ru/shell.js';
import { worklist } from './ru/worklist.js';

export const own = { ...shell, ...worklist };
export const messages = { ...(russian as object), ...own };

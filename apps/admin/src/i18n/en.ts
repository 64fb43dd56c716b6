import english from 'ra-language-english';
import { shell } from './en/shell.js';
import { worklist } from './en/worklist.js';

export const own = { ...shell, ...worklist };
export const messages = { ...(english as object), ...own };

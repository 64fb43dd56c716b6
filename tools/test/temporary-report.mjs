import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../lib/paths.mjs';

/** Path for a report that no other run, beside it or after it, writes; the folder is there, the file is not. @param {string} kind */
export function temporaryReport(kind) {
  const folder = inRepository('node_modules/.cache/reglament');
  mkdirSync(folder, { recursive: true });
  return path.join(folder, `${kind}-report-${randomUUID()}.json`);
}

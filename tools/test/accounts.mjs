import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes the accounts of the demo database as JSON for the browser tests: `[{ login, password, name, roles }]`.
 *
 * @param {string} accountsFile what `npm start` names: a line per person, fields parted by tabs, comments begin with #
 * @returns {string} path of the JSON file, readable by its owner alone like the first
 */
export function writeAccountsAsJson(accountsFile) {
  const lines = readFileSync(accountsFile, 'utf8').split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const accounts = lines.map((line) => {
    const [login, password, name, roles] = line.split('\t');
    return { login, password, name, roles };
  });
  const file = path.join(path.dirname(accountsFile), 'accounts.json');
  writeFileSync(file, JSON.stringify(accounts), { mode: 0o600 });
  return file;
}

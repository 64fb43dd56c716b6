import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAccountsAsJson } from './accounts.mjs';

it('gives the browser tests every account with its password, and nobody else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accounts-'));
  const text = '# Accounts\nclerk\tpass-word\tРакитина Нина\tДелопроизводитель (Отдел)\n\nhead\tx\tБерёзкина\tНачальник\n';
  writeFileSync(join(folder, 'demo.txt'), text);

  const file = writeAccountsAsJson(join(folder, 'demo.txt'));

  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([
    { login: 'clerk', password: 'pass-word', name: 'Ракитина Нина', roles: 'Делопроизводитель (Отдел)' },
    { login: 'head', password: 'x', name: 'Берёзкина', roles: 'Начальник' },
  ]);
  expect(statSync(file).mode & 0o077).toBe(0);
  rmSync(folder, { recursive: true });
});

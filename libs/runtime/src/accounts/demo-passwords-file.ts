import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';

export interface DemoAccount { readonly login: string; readonly password: string; readonly fullName: string; readonly roles: readonly string[] }

/** Read and write for its owner alone (decision 28): the file opens every account of the demo base. */
const OWNER_ONLY = 0o600;

/** Writes the accounts of the demo base, whole or not at all. */
export async function writeDemoPasswords(file: string, accounts: readonly DemoAccount[]): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  const handle = await open(unfinished, 'w', OWNER_ONLY);
  try {
    await handle.writeFile(toText(accounts));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await chmod(unfinished, OWNER_ONLY); // an old file of that name may have had other rights
  await rename(unfinished, file);
}

/** Login → password, as `writeDemoPasswords` wrote them. */
export async function readDemoPasswords(file: string): Promise<ReadonlyMap<string, string>> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => line.split('\t') as [string, string]));
}

function toText(accounts: readonly DemoAccount[]): string {
  const lines = accounts.map(({ login, password, fullName, roles }) => [login, password, fullName, roles.join(', ')].join('\t'));
  return `# Учётные записи демонстрационной базы: логин, пароль, кто это, роли.\n# Accounts of the demo base. New passwords: npx reglament demo-passwords --reset\n${lines.join('\n')}\n`;
}

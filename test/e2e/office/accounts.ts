import { readFileSync } from 'node:fs';

interface Account { readonly login: string; readonly password: string; readonly name: string }

let known: readonly Account[] | null = null;

/** Login, password and full name of a person of the demo base, from the file that E2E_ACCOUNTS names. */
export function account(login: string): Account {
  known ??= JSON.parse(readFileSync(process.env['E2E_ACCOUNTS'] ?? '', 'utf8')) as Account[];
  const found = known.find((one) => one.login === login);
  if (found === undefined) throw new Error(`The demo base has no account "${login}"`);
  return found;
}

/** «Берёзкина О. П.»: how the panel and documents write people. */
export const surnameOf = (login: string): string => account(login).name.split(' ')[0] ?? '';

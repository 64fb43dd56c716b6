import { changePassword, endOtherSessions, findAccount, inTransaction, type Store } from '@reglament/store';
import { writeDemoPasswords } from '../accounts/demo-passwords-file.js';
import { readPackageFiles } from '../packages/read-package-files.js';
import { lockDemoBase, readDemoMark } from './base-kind.js';
import { accountsFileOf, makeAccounts } from './demo-accounts.js';
import type { BaseRequest } from './load-base.js';

/** No session has this token's hash. */
const NONE = '';

/**
 * Gives every account that samples brought a new password, ends its sessions and writes the file anew. Accounts made by people are
 * left alone.
 *
 * @returns the file; null where this is no demo base.
 */
export async function resetDemoPasswords(store: Store, request: Pick<BaseRequest, 'root' | 'dataDir'>): Promise<string | null> {
  if (!(await readDemoMark(store))?.complete) return null;
  const made = await makeAccounts(await readPackageFiles(request.root));
  return inTransaction(store, async (tx) => {
    await lockDemoBase(tx);
    const mark = await readDemoMark(tx);
    if (!mark) return null;
    const changed: typeof made[number][] = [];
    for (const account of made) {
      if ((await findAccount(tx, account.inFile.login))?.person !== account.person) continue;
      await changePassword(tx, account.person, account.passwordHash);
      await endOtherSessions(tx, account.person, NONE);
      changed.push(account);
    }
    const file = accountsFileOf(request.dataDir, mark.id);
    await writeDemoPasswords(file, changed.map(({ inFile }) => inFile));
    return file;
  });
}

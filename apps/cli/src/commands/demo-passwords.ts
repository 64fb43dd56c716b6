import { findDemoAccounts, resetDemoPasswords } from '@reglament/runtime';
import { CommandRefusal, type Command } from '../command.js';
import { dataDir, HOME } from '../environment.js';
import { withStore } from '../open-store.js';

export const demoPasswords: Command = {
  name: 'demo-passwords',
  usage: 'demo-passwords [--reset]',
  summary: { ru: 'где учётные записи учебной базы; --reset — новые пароли', en: 'where the accounts of the demo base are; --reset makes new passwords' },
  run: ({ args, env, print }) => withStore(env, async (store) => {
    const file = args.includes('--reset')
      ? await resetDemoPasswords(store, { root: HOME, dataDir: dataDir(env) })
      : await findDemoAccounts(store, dataDir(env));
    if (file === null) throw new CommandRefusal('Это не учебная база, или её файла нет: новые пароли — с --reset.', 'This is no demo base, or its file is gone: new passwords by --reset.');
    print(`Учётные записи: ${file} / accounts: ${file}`);
    return 0;
  }),
};

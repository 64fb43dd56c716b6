import path from 'node:path';
import { createRegistries, deployPackages } from '@reglament/runtime';
import { CommandRefusal, type Command } from '../command.js';
import { dataDir, HOME } from '../environment.js';
import { withStore } from '../open-store.js';

export const deploy: Command = {
  name: 'deploy',
  usage: 'deploy [path]',
  summary: { ru: 'загрузить пакеты в базу; что сделано в панели, не меняется', en: 'load the packages into the database; what was made in the panel stays' },
  run: ({ args, env, print }) => withStore(env, async (store) => {
    const packages = await deployPackages(store, { root: path.resolve(args[0] ?? HOME), dataDir: dataDir(env), ...createRegistries() });
    if (packages === null) {
      throw new CommandRefusal('В базе ещё нет организации: сначала первый запуск (npm start).', 'The base has no organisation yet: do the first run (npm start).');
    }
    for (const { key, published, unchanged, kept } of packages) {
      print(`${key}: новых ${published}, без изменений ${unchanged}, оставлено из панели ${kept} / published ${published}, unchanged ${unchanged}, kept from the panel ${kept}`);
    }
    return 0;
  }),
};

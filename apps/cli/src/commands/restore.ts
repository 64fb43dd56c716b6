import { existsSync } from 'node:fs';
import path from 'node:path';
import { restore as bringBack } from '@reglament/store';
import { CommandRefusal, type Command } from '../command.js';
import { databaseUrl } from '../environment.js';
import { fileError } from '../file-error.js';

export const restore: Command = {
  name: 'restore',
  usage: 'restore FILE',
  summary: { ru: 'наполнить пустую базу из копии, целиком или никак; копия прежней версии обновляется', en: 'fill an empty database from a backup, whole or not at all; one of an earlier release is migrated' },
  async run({ args, env, print }) {
    const [given] = args;
    if (given === undefined) throw new CommandRefusal('Укажите файл: reglament restore FILE.', 'Name the file: reglament restore FILE.');
    const file = path.resolve(given);
    if (!existsSync(file)) throw new CommandRefusal(`Файла ${file} нет.`, `There is no ${file}.`);
    const { at, tables, rows } = await bringBack(databaseUrl(env), file).catch((error: unknown) => { throw fileError(error, file); });
    print(`Восстановлено на ${at}: таблиц ${tables}, строк ${rows} / restored as of ${at}: tables ${tables}, rows ${rows}`);
    return 0;
  },
};

import { existsSync } from 'node:fs';
import path from 'node:path';
import { backup as backUp } from '@reglament/store';
import { CommandRefusal, type Command } from '../command.js';
import { databaseUrl } from '../environment.js';
import { fileError } from '../file-error.js';

export const backup: Command = {
  name: 'backup',
  usage: 'backup FILE',
  summary: { ru: 'вся база в один файл, пока программа работает; файл открыт только владельцу', en: 'the whole database into one file, while the product runs; for its owner alone' },
  async run({ args, env, print }) {
    const [given] = args;
    if (given === undefined) throw new CommandRefusal('Укажите файл: reglament backup FILE.', 'Name the file: reglament backup FILE.');
    const file = path.resolve(given);
    if (existsSync(file)) throw new CommandRefusal(`Файл ${file} уже есть: копия ничего не перезаписывает.`, `${file} is there already: a backup overwrites nothing.`);
    const { tables, rows } = await backUp(databaseUrl(env), file).catch((error: unknown) => { throw fileError(error, file); });
    print(`${file}: таблиц ${tables}, строк ${rows} / tables ${tables}, rows ${rows}`);
    return 0;
  },
};

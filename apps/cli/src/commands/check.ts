import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkSamples, createRegistries, problemsOfPackages, readPackageFiles, type PackageProblem } from '@reglament/runtime';
import { CommandRefusal, type Command } from '../command.js';
import { HOME } from '../environment.js';

export const check: Command = {
  name: 'check',
  usage: 'check [path] [--json]',
  summary: {
    ru: 'все ошибки пакетов: файл, место, что найдено, что ожидалось (path — папка с workflows/ и forms/)',
    en: 'every problem of the packages: file, place, found, expected (path holds workflows/ and forms/)',
  },
  async run({ args, print }) {
    const root = path.resolve(args.find((arg) => !arg.startsWith('--')) ?? HOME);
    if (!existsSync(path.join(root, 'workflows')) && !existsSync(path.join(root, 'forms'))) {
      throw new CommandRefusal(`В папке ${root} нет ни workflows/, ни forms/.`, `There is neither workflows/ nor forms/ in ${root}.`);
    }
    const read = await readPackageFiles(root);
    const problems = [...problemsOfPackages(read, createRegistries()), ...checkSamples(read)];
    if (args.includes('--json')) print(JSON.stringify(problems, null, 2));
    else tell(problems, read.packages.length, print);
    return problems.length === 0 ? 0 : 1;
  },
};

function tell(problems: readonly PackageProblem[], packages: number, print: (line: string) => void): void {
  for (const { file, pointer, found, expected } of problems) {
    print(`${file}${pointer === '' ? '' : `#${pointer}`}`);
    print(`  найдено / found:     ${found}`);
    print(`  ожидалось / expected: ${expected}`);
  }
  print(problems.length === 0 ? `Пакетов: ${packages}, ошибок нет. / Packages: ${packages}, no problems.` : `Пакетов: ${packages}, ошибок: ${problems.length}. / Packages: ${packages}, problems: ${problems.length}.`);
}

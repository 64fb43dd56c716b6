import path from 'node:path';
import { textIn } from '@reglament/contracts';
import { testPackages } from '@reglament/runtime';
import type { Command } from '../command.js';
import { HOME } from '../environment.js';

export const test: Command = {
  name: 'test',
  usage: 'test [PACKAGE] [--root FOLDER] [--json]',
  summary: {
    ru: 'сценарии пакетов на чистом движке и какую часть процессов они прошли',
    en: 'the scenarios of packages on the pure engine, and how much of each process they have seen',
  },
  async run({ args, print }) {
    const at = args.indexOf('--root');
    const [only] = args.filter((arg, i) => !arg.startsWith('--') && (at < 0 || i !== at + 1));
    const tested = await testPackages(at < 0 ? HOME : path.resolve(args[at + 1] ?? HOME), only);
    const failed = tested.broken.length + tested.processes.flatMap(({ scenarios }) => scenarios).filter(({ problems }) => problems.length > 0).length;
    if (args.includes('--json')) {
      print(JSON.stringify(tested, null, 2));
      return failed === 0 ? 0 : 1;
    }
    for (const { file, found } of tested.broken) print(`${file}: ${found}`);
    for (const { process, scenarios, coverage: { nodes, flows } } of tested.processes) {
      print(`${process}: ${scenarios.length} scenarios, nodes ${nodes.covered}/${nodes.all}, flows ${flows.covered}/${flows.all}`);
      if (nodes.missing.length > 0 && scenarios.length > 0) print(`  не пройдены / not seen: ${nodes.missing.join(', ')}`);
      for (const { file, title, problems } of scenarios) {
        if (problems.length > 0) print(`  ${textIn(title, 'ru')} (${file})`);
        for (const { step, expected, found } of problems) print(`    ${step === null ? 'then' : `when[${step}]`}: expected ${expected}; found ${found}`);
      }
    }
    print(failed === 0 ? 'Все сценарии прошли. / All scenarios hold.' : `Не прошли: ${failed}. / Failed: ${failed}.`);
    return failed === 0 ? 0 : 1;
  },
};

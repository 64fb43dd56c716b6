import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkModels, checkSamples, createRegistries, problemsOfPackages, readPackageFiles, refusedBy, type CheckedModel, type PackageProblem, type ReadPackages } from '@reglament/runtime';
import { CommandRefusal, type Command } from '../command.js';
import { HOME } from '../environment.js';

export const check: Command = {
  name: 'check',
  usage: 'check [path] [--json]',
  summary: {
    ru: 'все ошибки пакетов: файл, место, что найдено, что ожидалось; пути, на которых дело останавливается (path — папка с workflows/ и forms/)',
    en: 'every problem of the packages: file, place, found, expected; ways on which a case stops (path holds workflows/ and forms/)',
  },
  async run({ args, print }) {
    const root = path.resolve(args.find((arg) => !arg.startsWith('--')) ?? HOME);
    if (!existsSync(path.join(root, 'workflows')) && !existsSync(path.join(root, 'forms'))) {
      throw new CommandRefusal(`В папке ${root} нет ни workflows/, ни forms/.`, `There is neither workflows/ nor forms/ in ${root}.`);
    }
    const read = await readPackageFiles(root);
    const known = [...problemsOfPackages(read, createRegistries()), ...checkSamples(read)];
    const models = modelsOf(read, known);
    const problems = [...known, ...models.flatMap(refusedBy)];
    if (args.includes('--json')) print(JSON.stringify(problems, null, 2));
    else {
      for (const model of models) tellModel(model, print);
      tell(known, problems.length, read.packages.length, print);
    }
    return problems.length === 0 ? 0 : 1;
  },
};

/** The gate goes the ways of processes that are whole: of any other the first faults have been told. */
function modelsOf(read: ReadPackages, known: readonly PackageProblem[]): readonly CheckedModel[] {
  const broken = new Set(known.map(({ file }) => file));
  const gate = checkModels(read);
  return read.packages.flatMap(({ things }) => things.processes.filter(({ file }) => !broken.has(file)).map((file) => gate(file)));
}

function tellModel({ file, verdict }: CheckedModel, print: (line: string) => void): void {
  const limits = verdict.bounds.map(({ text }) => `${text.ru} / ${text.en}`);
  print(`${file}: состояний ${verdict.states}${verdict.complete ? '' : ' (не все)'} / states ${verdict.states}${verdict.complete ? '' : ' (not all)'}`);
  for (const limit of limits) print(`  предел / bound: ${limit}`);
  for (const { severity, certainty, pointer, story } of verdict.faults) {
    print(`  ${severity === 'error' ? 'ОШИБКА / ERROR' : 'предупреждение / warning'} (${certainty === 'certain' ? 'точно / certain' : 'возможно / possible'}) ${file}#${pointer}`);
    story.ru.forEach((sentence, i) => print(`    ${i + 1}. ${sentence}`));
    story.en.forEach((sentence, i) => print(`    ${i + 1}. ${sentence}`));
  }
}

function tell(known: readonly PackageProblem[], all: number, packages: number, print: (line: string) => void): void {
  for (const { file, pointer, found, expected } of known) {
    print(`${file}${pointer === '' ? '' : `#${pointer}`}`);
    print(`  найдено / found:     ${found}`);
    print(`  ожидалось / expected: ${expected}`);
  }
  print(all === 0 ? `Пакетов: ${packages}, ошибок нет. / Packages: ${packages}, no problems.` : `Пакетов: ${packages}, ошибок: ${all}. / Packages: ${packages}, problems: ${all}.`);
}

import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportBpmn, importBpmn, XML_LIMITS, type ReportEntry } from '@reglament/bpmn';
import { checkDefinition } from '@reglament/engine';
import { CommandRefusal, type Command, type CommandCall } from '../command.js';
import { fileError } from '../file-error.js';

export const bpmn: Command = {
  name: 'bpmn',
  usage: 'bpmn import FILE.bpmn [--out FOLDER] [--draft] [--json] | bpmn export DEFINITION.json [--out FILE.bpmn] [--en]',
  summary: {
    ru: 'BPMN 2.0: чужой файл в определения с отчётом по каждому элементу; определение в файл BPMN, без потерь',
    en: 'BPMN 2.0: a foreign file into definitions with a report of every element; a definition into a BPMN file, without loss',
  },
  async run(call) {
    const [what, file] = call.args.filter((arg, i) => !arg.startsWith('--') && call.args[i - 1] !== '--out');
    if ((what !== 'import' && what !== 'export') || file === undefined) throw new CommandRefusal('Укажите import или export и файл.', 'Say import or export, and name a file.');
    const text = await readText(path.resolve(file));
    return what === 'import' ? importFile(call, text) : exportFile(call, text);
  },
};

async function importFile({ args, print }: CommandCall, text: string): Promise<number> {
  const answer = importBpmn(text, { incomplete: args.includes('--draft') ? 'draft' : 'refuse' });
  const folder = outOf(args);
  const processes = answer.kind === 'imported' ? answer.processes : [];
  if (folder !== undefined) {
    for (const { definition } of processes) await writeText(path.resolve(folder, `${definition.key}.json`), `${JSON.stringify(definition, null, 2)}\n`);
  }
  if (args.includes('--json')) print(JSON.stringify(answer, null, 2));
  else {
    for (const entry of answer.report) if (entry.verdict !== 'mapped') tell(entry, print);
    const problems = answer.kind === 'refused' ? answer.problems.filter(({ element }) => element === null) : [];
    for (const { message } of problems) print(`${message.ru} / ${message.en}`);
    const count = (verdict: string): number => answer.report.filter((entry) => entry.verdict === verdict).length;
    print(`перенесено / mapped: ${count('mapped')}, приближённо / approximated: ${count('approximated')}, отказано / refused: ${count('refused')}`);
    for (const { definition, findings } of processes) print(`${definition.key}: узлов / nodes ${Object.keys(definition.nodes).length}, замечаний проверки / findings ${findings.length}`);
    if (answer.kind === 'refused') print('Файл не перенесён. / Nothing of the file was imported.');
  }
  return answer.kind === 'imported' ? 0 : 1;
}

function tell({ verdict, element, type, message }: ReportEntry, print: (line: string) => void): void {
  print(`${verdict === 'refused' ? 'отказано / refused' : 'приближённо / approximated'}: ${type} ${element}`);
  if (message) print(`  ${message.ru}\n  ${message.en}`);
}

async function exportFile({ args, print }: CommandCall, text: string): Promise<number> {
  const checked = checkDefinition(json(text));
  if (checked.kind === 'broken' && checked.problems.some(({ code }) => code.startsWith('definition.'))) {
    for (const { pointer, found, expected } of checked.problems) print(`${pointer}\n  найдено / found:     ${found}\n  ожидалось / expected: ${expected}`);
    return 1;
  }
  // A draft with faults other than of its shape goes out as it is.
  const definition = checked.kind === 'sound' ? checked.definition : json(text) as Parameters<typeof exportBpmn>[0];
  const xml = exportBpmn(definition, { locale: args.includes('--en') ? 'en' : 'ru' });
  const out = outOf(args);
  if (out === undefined) print(xml.trimEnd());
  else {
    await writeText(path.resolve(out), xml);
    print(`${out}: ${Object.keys(definition.nodes).length} узлов / nodes`);
  }
  return 0;
}

function outOf(args: readonly string[]): string | undefined {
  const at = args.indexOf('--out');
  return at < 0 ? undefined : args[at + 1];
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CommandRefusal('Файл — не JSON.', 'The file is no JSON.');
  }
}

async function readText(file: string): Promise<string> {
  try {
    // A file that is too large is not even read; a character takes four bytes at most.
    if ((await stat(file)).size > XML_LIMITS.size * 4) throw new CommandRefusal('Файл слишком велик.', 'The file is too large.');
    return await readFile(file, 'utf8');
  } catch (error) {
    throw fileError(error, file);
  }
}

async function writeText(file: string, text: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    throw fileError(error, file);
  }
}

import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DecisionTable, FormDefinition, ProcessDefinition } from '@reglament/contracts';
import { countsOf, createDefinitionCache, createRegistries, dryRunPage, prepareDraft, readPackageFiles, type DraftVersion, type DryRunCase } from '@reglament/runtime';
import { findAllOrganisations, readClock, type RecordedCaseFilter, type Store } from '@reglament/store';
import { CommandRefusal, type Command, type CommandCall } from '../command.js';
import { withStore } from '../open-store.js';
import { readCases, type CaseQuery } from './case-query.js';

export const dryRun: Command = {
  name: 'dry-run',
  usage: 'dry-run PACKAGE|DEFINITION.json [--cases "process=… status=completed from=2026-01-01 to=… organisation=… limit=500"] [--json]',
  summary: {
    ru: 'прошлые дела на черновике процесса: сколько прошло бы так же, иначе, остановилось; ничего не пишет и не отправляет',
    en: 'past cases on a draft of their process: how many would go the same way, another way, stop; writes and sends nothing',
  },
  run: async ({ args, env, print }) => {
    const at = args.indexOf('--cases');
    const query = readCases(at < 0 ? '' : args[at + 1] ?? '');
    const [file] = args.filter((arg, i) => !arg.startsWith('--') && (at < 0 || i !== at + 1));
    if (file === undefined) throw new CommandRefusal('Укажите папку пакета или файл определения.', 'Name the folder of a package or the file of a definition.');
    const drafts = (await draftsIn(path.resolve(file))).filter(({ definition }) => query.process === undefined || keyOf(definition) === query.process);
    return withStore(env, async (store) => {
      const found = [];
      for (const draft of drafts) found.push({ process: keyOf(draft.definition), cases: await runOn(store, draft, query) });
      if (args.includes('--json')) print(JSON.stringify(found.map(({ process, cases }) => ({ process, counts: countsOf(cases), cases })), null, 2));
      else for (const { process, cases } of found) tell(process, cases, print);
      return 0;
    });
  },
};

function tell(process: string, cases: readonly DryRunCase[], print: CommandCall['print']): void {
  const { sameWay, anotherWay, stops, cannotTell } = countsOf(cases);
  print(`${process}: дел ${cases.length}; так же ${sameWay}, иначе ${anotherWay}, остановилось бы ${stops}, нельзя сказать ${cannotTell}`);
  print(`${process}: ${cases.length} cases; the same way ${sameWay}, another way ${anotherWay}, would stop ${stops}, cannot be told ${cannotTell}`);
  for (const { id, businessKey, verdict, told } of cases) {
    if (verdict.kind === 'sameWay') continue;
    print(`  ${id}${businessKey === null ? '' : ` (${businessKey})`}`);
    print(`    ${told.ru}`);
    print(`    ${told.en}`);
  }
}

async function runOn(store: Store, draft: DraftVersion, query: CaseQuery): Promise<readonly DryRunCase[]> {
  const organisations = await findAllOrganisations(store);
  const root = [...organisations].sort((a, b) => a.path.length - b.path.length)[0];
  if (!root) throw new CommandRefusal('В базе нет ни одной организации.', 'There is no organisation in the database.');
  const definitions = createDefinitionCache(store);
  const prepared = await prepareDraft({ store, definitions, organisation: root.id, ...createRegistries() }, draft);
  if ('problems' in prepared) {
    throw new CommandRefusal(...(prepared.problems.slice(0, 5).reduce<[string, string]>(([ru, en], { pointer, found, expected }) => [`${ru} ${pointer}: ${found};`, `${en} ${pointer}: ${found}, expected ${expected};`], ['Черновик с ошибками:', 'The draft has errors:'])));
  }
  const within = query.organisation === undefined ? undefined : organisations.find(({ id }) => id === query.organisation)?.path;
  if (query.organisation !== undefined && within === undefined) throw new CommandRefusal(`Нет организации ${query.organisation}.`, 'There is no such organisation.');
  const filter: RecordedCaseFilter = {
    process: prepared.compiled.definition.key, ...(query.statuses && { statuses: query.statuses }), ...(query.from !== undefined && { from: query.from }), ...(query.to !== undefined && { to: query.to }),
    ...(within !== undefined && { paths: [within] }),
  };
  const cases: DryRunCase[] = [];
  const { realTime, offset } = await readClock(store);
  const now = new Date(Date.parse(realTime) + offset * 1000).toISOString();
  for (let after: string | undefined; cases.length < query.limit;) {
    const page = await dryRunPage(store, definitions, prepared, filter, { now, limit: query.limit - cases.length, ...(after !== undefined && { after }) });
    cases.push(...page.cases);
    if (page.endCursor === null) break;
    after = page.endCursor;
  }
  return cases;
}

/** A package brings its forms and tables; a definition alone uses those that are published. */
async function draftsIn(file: string): Promise<readonly DraftVersion[]> {
  if (!existsSync(file)) throw new CommandRefusal(`Нет файла ${file}.`, `There is no ${file}.`);
  if (!statSync(file).isDirectory()) return [{ definition: await jsonIn(file) }];
  const read = await readPackageFiles(path.resolve(file, '../..'));
  const found = read.packages.find(({ folder }) => folder === path.basename(file));
  if (!found) throw new CommandRefusal(`В папке ${file} нет пакета.`, `There is no package in ${file}.`);
  const forms = new Map([...read.sharedForms, ...found.things.forms].map(({ key, json }) => [key, json as FormDefinition]));
  const decisions = new Map(found.things['decision-tables'].map(({ key, json }) => [key, json as DecisionTable]));
  return found.things.processes.map(({ json }) => ({ definition: json, forms, decisions }));
}

async function jsonIn(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    throw new CommandRefusal(`Файл ${file} — не JSON.`, `${file} is not JSON: ${(error as Error).message}.`);
  }
}

function keyOf(definition: unknown): string {
  return String((definition as Partial<ProcessDefinition> | null)?.key);
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { coverageOf, runScenario, scenarioContext, type Coverage, type ScenarioProblem, type ScenarioRun } from '@reglament/analysis';
import { contentHash, scenarioSchema, type DecisionTable, type ProcessDefinition, type Scenario, type WorkingCalendar } from '@reglament/contracts';
import { compile, type Compiled, type PinnedDecision } from '@reglament/engine';
import { compileDecisionTable } from '@reglament/expressions';
import { entries } from '../packages/entries.js';
import { readPackageFiles, type ReadPackages } from '../packages/read-package-files.js';
import { compileObjectCheck } from '../services/object-check.js';

export interface TestedScenario { readonly file: string; readonly title: Scenario['title']; readonly problems: readonly ScenarioProblem[] }

export interface TestedProcess {
  readonly package: string;
  readonly process: string;
  readonly scenarios: readonly TestedScenario[];
  readonly coverage: Coverage;
}

export interface TestedPackages {
  readonly processes: readonly TestedProcess[];
  /** Scenario files that are none, or are of a process that is not there. */
  readonly broken: readonly { readonly file: string; readonly found: string }[];
}

const shapeOf = compileObjectCheck(scenarioSchema);

/**
 * Runs the scenarios of packages on the pure engine, and tells how much of each process they have seen. No database, no service.
 *
 * @param root folder that holds `workflows/` and `forms/`; the packages must be sound (`problemsOfPackages`).
 * @param only key of the one package to look at.
 */
export async function testPackages(root: string, only?: string): Promise<TestedPackages> {
  const read = await readPackageFiles(root);
  const processes: TestedProcess[] = [];
  const broken: { file: string; found: string }[] = [];
  for (const { folder, things } of read.packages) {
    if (only !== undefined && only !== folder) continue;
    const scenarios = await scenariosOf(root, folder, broken);
    const known = new Set(things.processes.map(({ key }) => key));
    for (const { file, scenario } of scenarios) if (!known.has(scenario.process)) broken.push({ file, found: `the process ${scenario.process}` });
    for (const { key, json } of things.processes) {
      const compiled = compiledFrom(read, json as ProcessDefinition);
      const runs = scenarios.filter(({ scenario }) => scenario.process === key).map(({ file, scenario }) => ({ file, scenario, run: runOne(read, compiled, scenario) }));
      processes.push({
        package: folder, process: key, coverage: coverageOf(compiled.definition, runs.map(({ run }) => run.covered)),
        scenarios: runs.map(({ file, scenario, run }) => ({ file, title: scenario.title, problems: run.problems })),
      });
    }
  }
  return { processes, broken };
}

function runOne(read: ReadPackages, compiled: Compiled, scenario: Scenario): ScenarioRun {
  const calendars = read.packages.flatMap(({ things }) => things.calendars);
  const calendar = (calendars.find(({ key }) => key === scenario.given.calendar) ?? calendars[0])?.json as WorkingCalendar | undefined;
  if (!calendar) throw new Error('no package has a calendar');
  return runScenario(compiled, scenario, scenarioContext(compiled, calendar, scenario.given.timeZone));
}

async function scenariosOf(root: string, folder: string, broken: { file: string; found: string }[]): Promise<readonly { readonly file: string; readonly scenario: Scenario }[]> {
  const home = path.join('workflows', folder, 'scenarios');
  const names = existsSync(path.join(root, home)) ? (await entries(path.join(root, home), 'files')).filter((name) => name.endsWith('.json')) : [];
  const found = await Promise.all(names.map(async (name) => {
    const file = path.join(home, name).split(path.sep).join('/');
    const json = JSON.parse(await readFile(path.join(root, home, name), 'utf8')) as unknown;
    const [problem] = shapeOf(json);
    if (problem) broken.push({ file, found: `${problem.pointer}: ${problem.found}, expected ${problem.expected}` });
    return problem ? [] : [{ file, scenario: json as Scenario }];
  }));
  return found.flat();
}

function compiledFrom(read: ReadPackages, definition: ProcessDefinition): Compiled {
  const forms = [...read.sharedForms, ...read.packages.flatMap(({ things }) => things.forms)];
  const tables = read.packages.flatMap(({ things }) => things['decision-tables']);
  const decisions = new Map<string, PinnedDecision>(tables.flatMap(({ key, json }) => {
    const compiled = compileDecisionTable(json as DecisionTable);
    return compiled.kind === 'compiled' ? [[key, { hash: contentHash(json), compiled }] as const] : [];
  }));
  const calls = new Map(read.packages.flatMap(({ things }) => things.processes.map(({ key }) => [key, key] as const)));
  return compile(definition, { forms: new Map(forms.map(({ key, json }) => [key, contentHash(json)])), decisions, calls });
}

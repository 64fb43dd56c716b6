import type { FlowNode, ProcessDefinition } from '@reglament/contracts';
import type { ServiceTaskHandler } from '@reglament/handlers';
import type { Json } from '@reglament/engine';
import { recordSuite } from '../record.js';
import { openSmallOffice, type SmallOffice } from '../../runtime/small-office.js';
import { DISPUTED, importOf, traceVerdict } from './judge.js';
import { betsyCases, BETSY, isPresent, type BetsyCase } from './manifest.js';
import { BETSY_HANDLER, runScript } from './vocabulary.js';

// Hundreds of cases on a real database, on a busy machine.
jest.setTimeout(900_000);

const present = isPresent(BETSY);
const describeSuite = present ? describe : describe.skip;

/** What a script leaves in the trace, with the definition of the case that ran it. */
const trace: { readonly definition: string; readonly word: string }[] = [];

const handler: ServiceTaskHandler = {
  type: BETSY_HANDLER, title: BETSY_HANDLER, input: { type: 'object' }, output: { type: 'object' }, transactional: false,
  run: async (input, call) => {
    const outcome = runScript(String(input['script']), input as { readonly [name: string]: Json });
    if (outcome.kind === 'error') return { output: {}, error: { code: outcome.code, data: {} } };
    for (const word of outcome.words) trace.push({ definition: await definitionOfCase(call.instance), word });
    return { output: outcome.result };
  },
};

let office: SmallOffice;
const definitionOfCase = async (instance: string): Promise<string> => (await office.store.query<{ key: string }>({ text: 'select definition_key as key from process_instances where id = $1' }, [instance]))[0]?.key ?? '';

/** The definitions of a file under keys of its own: what other files have published must neither be called nor told anything. */
function apart(definitions: readonly ProcessDefinition[], prefix: string): readonly ProcessDefinition[] {
  const keys = new Set(definitions.map(({ key }) => key));
  return definitions.map((definition) => ({
    ...definition, key: `${prefix}-${definition.key}`,
    nodes: Object.fromEntries(Object.entries(definition.nodes).map(([key, node]) => [key, node.type === 'callActivity' && keys.has(node.process) ? { ...node, process: `${prefix}-${node.process}`, version: 'latest' as const } : node])),
  }));
}

/** Begins the process as a call, so that it starts with the variables that the suite gives it. */
const starter = (process: string, variables: { readonly [name: string]: Json }, key: string): ProcessDefinition => ({
  format: 1, key, title: key, cancel: { performers: [{ type: 'role', role: 'worker' }] },
  nodes: {
    begin: { type: 'startEvent', performers: [{ type: 'role', role: 'worker' }], next: 'call' },
    call: { type: 'callActivity', title: 'Call', process, version: 'latest', input: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, { value }])), next: 'done' } as FlowNode,
    done: { type: 'endEvent' },
  },
});

async function waitFor(ms: number): Promise<void> {
  // What a timer begins may set another one: the clock goes on a second at a time.
  for (let left = ms; left > 0; left -= 1000) {
    office.later(1);
    await office.settle();
  }
}

async function run(betsy: BetsyCase, n: number): Promise<string | null> {
  const imported = importOf(betsy.file);
  if (imported.kind === 'refused') return null;
  const prefix = `c${n}`;
  const definitions = apart(imported.processes.map(({ definition }) => definition), prefix);
  for (const definition of definitions) await office.publish(definition);
  const keys = new Map(imported.processes.map(({ id, definition }) => [id, `${prefix}-${definition.key}`]));
  const worker = await office.person('worker');
  const begun: string[] = [];
  trace.length = 0;
  for (const [i, step] of betsy.steps.entries()) {
    if ('waitMs' in step) await waitFor(step.waitMs);
    else {
      const begin = starter(keys.get(step.start) ?? '', step.variables, `${prefix}-start-${i}`);
      await office.publish(begin);
      begun.push(await office.start(worker, begin.key));
      await office.settle();
    }
  }
  const words = trace.filter(({ definition }) => definition.startsWith(`${prefix}-`)).map(({ word }) => word);
  const verdict = traceVerdict(betsy, [...words, ...(await errorsOf(betsy, prefix))]);
  // What waits for ever by design waits no longer: the base is asked at the end whether anything is stuck.
  for (const instance of begun) await office.runtime.cancelInstance(worker, { instance, body: { remark: 'the case of the suite is over' }, idempotencyKey: null });
  await office.settle();
  return verdict;
}

/** The suite's words for an error event that nobody caught, and for a case that stopped with a fault. */
async function errorsOf(betsy: BetsyCase, prefix: string): Promise<readonly string[]> {
  const uncaught = await office.count(`process_instances where definition_key like $1 || '-%' and definition_key not like $1 || '-start-%' and snapshot ? 'error'`, prefix);
  const faults = `incidents i join process_instances p on p.id = i.instance where p.definition_key like $1 || '-%' and i.status = 'open'`;
  if (betsy.expectedTrace['ERROR_runtime'] === undefined) return Array.from({ length: uncaught }, () => 'ERROR_thrownErrorEvent');
  // A fault is tried again some times before it becomes an incident.
  for (let n = 0; n < 30 && (await office.count(faults, prefix)) === 0; n += 1) {
    await office.store.query({ text: 'update outbox set due_at = now()' });
    await office.settle();
  }
  return Array.from({ length: await office.count(faults, prefix) }, () => 'ERROR_runtime');
}

/** Their scripts last ten seconds of a clock that is not the handler's. */
const TIMED = /WAIT_TEN_SECONDS|CREATE_TIMESTAMP_LOG/;

/** What the check finds wrong is never published, so no case of it can be begun. */
function mayBePublished(file: string): boolean {
  const imported = importOf(file);
  return imported.kind === 'imported' && imported.processes.every(({ findings }) => findings.every(({ severity }) => severity !== 'error'));
}

describeSuite(`betsy on the runtime, every step from the database and back${present ? '' : ' (skipped: no suites at REGLAMENT_SUITES)'}`, () => {
  beforeAll(async () => { office = await openSmallOffice({ handlers: [handler] }); });
  afterAll(() => office.close());

  it('leaves the trace that the suite expects', async () => {
    const cases = betsyCases().filter(({ tier, file }) => tier < 3 && !TIMED.test(JSON.stringify(importOf(file))) && mayBePublished(file));
    const wrong: string[] = [];
    for (const [n, betsy] of cases.entries()) {
      const why = await run({ ...betsy, expectedTrace: DISPUTED[betsy.id] ?? betsy.expectedTrace }, n);
      if (why !== null) wrong.push(`${betsy.id}: ${why}`);
    }
    recordSuite({ suite: 'bpmn-betsy, reloaded between all steps', tier: 'core, second', passed: cases.length - wrong.length, failed: wrong.length, failures: wrong });
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(140);
  });
});

import { importBpmn, type BpmnImport } from '@reglament/bpmn';
import { BETSY, bpmnOf, type BetsyCase } from './manifest.js';
import { betsyOptions } from './vocabulary.js';
import { createWorld, type World } from './world.js';

/** `unsupported`: the import refused the file and named the element, which is honest; a wrong trace is not. */
export type Judgement =
  | { readonly verdict: 'passed' }
  | { readonly verdict: 'failed'; readonly why: string }
  | { readonly verdict: 'unsupported'; readonly why: string };

/**
 * Cases in which the suite contradicts itself, with the trace that the file gives: the third script of two files is SCRIPT_task1 where the
 * manifest expects SCRIPT_task3; the called process of another one has a script that the manifest leaves out.
 */
export const DISPUTED: Readonly<Record<string, BetsyCase['expectedTrace']>> = {
  'activities/AdHocSubProcess_Sequential#1': { SCRIPT_task1: 2, SCRIPT_task2: 1 },
  'activities/AdHocSubProcess_Parallel#1': { SCRIPT_task1: 2, SCRIPT_task2: 1 },
  'events/Escalation_EndEvent_TopLevel#1': { MARKER_exists: 1, SCRIPT_task1: 1 },
};

const imports = new Map<string, BpmnImport>();

export function importOf(file: string): BpmnImport {
  const known = imports.get(file) ?? importBpmn(bpmnOf(BETSY, file), betsyOptions);
  imports.set(file, known);
  return known;
}

/** Runs one case of the suite and compares trace and end exactly. */
export function judge(betsy: BetsyCase, choose?: (n: number) => number): Judgement {
  const imported = importOf(betsy.file);
  if (imported.kind === 'refused') {
    const why = imported.problems.map(({ element, message }) => `${element ?? 'file'}: ${message.en}`).join('; ');
    return betsy.expectedEndState.startsWith('rejected at deploy') ? { verdict: 'passed' } : { verdict: 'unsupported', why };
  }
  const keys = new Map(imported.processes.map(({ id, definition }) => [id, definition.key]));
  const world = createWorld(imported.processes.map(({ definition }) => definition), choose);
  for (const step of betsy.steps) {
    if ('waitMs' in step) world.wait(step.waitMs);
    else world.start(keys.get(step.start) ?? step.start, step.variables);
  }
  return verdictOf(betsy, world);
}

/** Two services that overlapped in time leave both stamps; the suite has one word for it. */
function traceOf(words: readonly string[]): readonly string[] {
  const stamps = words.filter((word) => word.startsWith('CREATE_TIMESTAMP_LOG_'));
  return [...words.filter((word) => !stamps.includes(word)), ...(stamps.length === 2 ? ['EXECUTION_parallel'] : [])].sort();
}

/** Null where the words are those that the suite expects, as often; else what is wrong. */
export function traceVerdict(betsy: BetsyCase, words: readonly string[]): string | null {
  const expected = Object.entries(betsy.expectedTrace).flatMap(([word, n]) => Array.from({ length: n }, () => word)).sort().join(' ');
  const found = traceOf(words).join(' ');
  return found === expected ? null : `trace “${found}”, expected “${expected}”`;
}

function verdictOf(betsy: BetsyCase, world: World): Judgement {
  if (betsy.expectedEndState.startsWith('rejected at deploy')) return world.trace.includes('ERROR_runtime') ? { verdict: 'passed' } : { verdict: 'failed', why: `no error; trace ${world.trace.join(' ')}` };
  const wrong = traceVerdict(betsy, world.trace);
  if (wrong !== null) return { verdict: 'failed', why: wrong };
  const ends = [...world.cases.values()].map(({ instance, broken }) => (broken === null ? instance.status : 'broken'));
  const waits = betsy.expectedEndState.startsWith('stays waiting');
  const errors = betsy.expectedEndState.startsWith('start must fail');
  const right = waits ? ends.includes('active') : errors ? ends.includes('broken') : ends.every((end) => end === 'completed' || end === 'cancelled');
  return right ? { verdict: 'passed' } : { verdict: 'failed', why: `cases ended ${ends.join(', ')}, expected ${betsy.expectedEndState}` };
}

import { advance, EngineError, start, startChild, type Command, type Compiled, type Instance, type OpenTimer, type Outcome } from '@reglament/engine';
import type { CaseRecording } from './case-recording.js';
import { createLedger, type Ledger } from './ledger.js';
import type { Past } from './past.js';
import type { DryRunVerdict, StopReason } from './verdict.js';

/** A recorded case on its way through the draft. It does not outlive one dry run. */
export interface Rerun {
  readonly draft: Compiled;
  readonly recording: CaseRecording;
  readonly past: Past;
  readonly ledger: Ledger;
  instance: Instance;
  /** The time that it has reached, and the recorded step that it is at. */
  now: string;
  step: number;
  /** What was done in the record and cannot be done here yet. */
  readonly waiting: Command[];
}

/** A verdict where the case parts or stops; null: it goes on. */
export type Deviation = Exclude<DryRunVerdict, { kind: 'sameWay' }> | null;

export function begin(draft: Compiled, recording: CaseRecording, past: Past): { readonly rerun: Rerun } | { readonly deviation: NonNullable<Deviation> } {
  const now = recording.steps[0]?.now ?? recording.until;
  const { beginning } = recording;
  const context = recording.contextAt(0, now);
  const at = beginning.type === 'start' ? beginning.input.startEvent ?? '' : beginning.input.node;
  const outcome = attempt(at, () => (beginning.type === 'start' ? start(draft, beginning.input, context) : startChild(draft, beginning.input, context)));
  if (outcome.kind === 'stops') return { deviation: outcome };
  const rerun: Rerun = { draft, recording, past, ledger: createLedger(), instance: outcome.instance, now, step: 0, waiting: [] };
  const deviation = take(rerun, outcome);
  return deviation ? { deviation } : { rerun };
}

/** Carries out a command in the draft's own ids. `at`: the node to name where it stops. */
export function carryOut(rerun: Rerun, command: Command, at: string): Deviation {
  const outcome = attempt(at, () => advance(rerun.draft, rerun.instance, command, rerun.recording.contextAt(rerun.step, rerun.now)));
  if (outcome.kind === 'stops') return outcome;
  rerun.instance = outcome.instance;
  return take(rerun, outcome);
}

type Advanced = Extract<Outcome, { kind: 'advanced' }>;
type Stopped = Extract<DryRunVerdict, { kind: 'stops' }>;

function attempt(at: string, work: () => Outcome): Advanced | Stopped {
  try {
    const outcome = work();
    return outcome.kind === 'advanced' ? outcome : stops(at, { type: 'refused', refusal: outcome.refusal });
  } catch (fault) {
    if (!(fault instanceof EngineError)) throw fault;
    return stops(fault.details.node ?? at, { type: 'fault', code: fault.code });
  }
}

export function stops(at: string, why: StopReason): Stopped {
  return { kind: 'stops', at, why };
}

/** Takes down what happened and holds it against the record: each node is left as often, and for the same places, as it was then. */
function take({ ledger, past, step }: Rerun, { effects }: Advanced): Deviation {
  for (const effect of effects) {
    if (effect.type !== 'history') continue;
    const { fact } = effect;
    ledger.add(fact, step);
    const { kind, node, activity } = fact;
    if (node === null) continue;
    if (kind === 'flowTaken') {
      const found = String(fact.data['to']);
      const expected = past.ledger.exits.get(node)?.[(ledger.exits.get(node)?.length ?? 0) - 1] ?? null;
      if (expected !== found) return { kind: 'anotherWay', at: node, expected: { type: 'to', node: expected }, found: { type: 'to', node: found } };
    }
    const place = activity === null ? undefined : ledger.activityPlaces.get(activity);
    if (place === undefined) continue;
    if (kind === 'childrenStarted') {
      const [expected, found] = [past.ledger.parts.get(place)?.count ?? null, Number(fact.data['total'])];
      if (expected !== found) return { kind: 'anotherWay', at: node, expected: { type: 'parts', count: expected }, found: { type: 'parts', count: found } };
    }
    if (kind === 'serviceCalled') {
      const [recorded, asked] = [past.ledger.services.get(place), String(fact.data['handler'])];
      if (recorded !== undefined && recorded !== asked) return stops(node, { type: 'otherService', recorded, asked });
    }
  }
  return null;
}

export function openTimers({ instance }: Rerun): readonly OpenTimer[] {
  return instance.activities.flatMap(({ timers }) => timers);
}

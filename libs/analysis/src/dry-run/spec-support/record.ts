import { compileCalendar } from '@reglament/calendar';
import type { FlowNode, ProcessDefinition } from '@reglament/contracts';
import { advance, compile, start, type Command, type Compiled, type Context, type Effect, type Instance, type Json, type Outcome } from '@reglament/engine';
import type { CaseRecording, PastFact, PastStep } from '../case-recording.js';

export const OFFICE = '00000000-0000-4000-8000-000000000001';
const BEGUN = '2026-11-05T07:00:00.000Z';
const DAY = 86_400_000;
const years = Object.fromEntries(['2026', '2027'].map((year) => [year, { status: 'approved' as const, basis: 'test', days: {} }]));
const calendar = compileCalendar({ format: 1, id: 'daily', title: 'Daily', timeZone: 'Europe/Moscow', week: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'], years });

export function contextAt(now: string): Context {
  return { now, organisations: new Map([[OFFICE, { id: OFFICE, calendar, superiors: [] }]]) };
}

export function versionOf(nodes: { readonly [key: string]: FlowNode }): Compiled {
  const definition: ProcessDefinition = { format: 1, key: 'test-process', title: 'Test', nodes };
  return compile(definition);
}

export function work(to: string, more: object = {}): FlowNode {
  return { type: 'userTask', title: 'Work', performers: [{ type: 'role', role: 'clerk' }], outcomes: { done: { title: 'Done', to } }, ...more } as FlowNode;
}

const actor = { person: 'person:00000000-0000-4000-8000-000000000101', right: { kind: 'direct' } } as const;

/** What happens to a case, in order: a person answers at a node, a service does, days pass and what is due by then fires. */
export type Happening =
  | { readonly at: string; readonly outcome?: string; readonly data?: { readonly [field: string]: Json } }
  | { readonly service: string; readonly result: { readonly [name: string]: Json } }
  | { readonly days: number };

/** A case as a base would have recorded it. */
export function recordCase(version: Compiled, happenings: readonly Happening[], variables: { readonly [name: string]: Json } = {}): CaseRecording {
  const steps: PastStep[] = [];
  let now = BEGUN;
  const keep = (outcome: Outcome, commands: readonly Command[]): Instance => {
    if (outcome.kind === 'refused') throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
    steps.push({ now, commands, facts: factsIn(outcome.effects) });
    return outcome.instance;
  };
  const input = { id: 'case', organisation: OFFICE, starter: actor, startEvent: 'begin', data: null, submission: null, variables };
  let instance = keep(start(version, input, contextAt(now)), []);
  const give = (command: Command): void => { instance = keep(advance(version, instance, command, contextAt(now)), [command]); };
  for (const happening of happenings) {
    if ('days' in happening) {
      const until = new Date(Date.parse(now) + happening.days * DAY).toISOString();
      for (;;) {
        const due = instance.activities.flatMap(({ timers }) => timers).filter(({ at }) => at <= until).sort((a, b) => (a.at < b.at ? -1 : 1))[0];
        if (!due) break;
        if (due.at > now) now = due.at;
        give({ type: 'fireTimer', timer: due.id });
      }
      now = until;
    } else if ('service' in happening) {
      give({ type: 'completeServiceTask', activity: entryAt(instance, happening.service).id, result: happening.result });
    } else {
      const task = entryAt(instance, happening.at).tasks[0];
      give({ type: 'completeTask', task: task?.id ?? '', outcome: happening.outcome ?? 'done', by: actor, data: happening.data ?? null, submission: null, remark: false, facts: null });
    }
  }
  return { id: 'case', beginning: { type: 'start', input }, steps, until: now, contextAt: (_, moment) => contextAt(moment) };
}

function entryAt(instance: Instance, node: string): Instance['activities'][number] {
  const found = instance.activities.find((activity) => activity.node === node);
  if (!found) throw new Error(`nothing open at ${node}: ${instance.activities.map((each) => each.node).join(', ')}`);
  return found;
}

function factsIn(effects: readonly Effect[]): readonly PastFact[] {
  return effects.flatMap((effect) => (effect.type === 'history' ? [effect.fact] : []));
}

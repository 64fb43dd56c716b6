import { compileCalendar } from '@reglament/calendar';
import type { FlowNode, ProcessDefinition } from '@reglament/contracts';
import type { Outcome } from '../advance.js';
import type { Actor, Command, StartInput } from '../command.js';
import type { Compiled } from '../compile/compiled.js';
import { compileGraph } from '../compile/compile.js';
import type { Context, OrganisationFacts } from '../context.js';
import type { Effect, HistoryFact, Refusal } from '../effect.js';
import { advance } from '../advance.js';
import type { Instance, Json, OpenTask, Variables } from '../instance.js';
import { start } from '../start.js';

export const OFFICE = '00000000-0000-4000-8000-000000000001';
export const SCHOOL = '00000000-0000-4000-8000-000000000002';
export const REGION = '00000000-0000-4000-8000-000000000003';

/** Thursday, 10:00 in Moscow. */
export const THURSDAY = '2026-11-05T07:00:00.000Z';

const years = Object.fromEntries(['2026', '2027'].map((year) => [year, { status: 'approved' as const, basis: 'test', days: {} }]));
const moscow = compileCalendar({ format: 1, id: 'plain', title: 'Plain weeks', timeZone: 'Europe/Moscow', years });
const vladivostok = compileCalendar({ format: 1, id: 'plain', title: 'Plain weeks', timeZone: 'Europe/Moscow', years }, { timeZone: 'Asia/Vladivostok' });

const organisations: readonly OrganisationFacts[] = [
  { id: OFFICE, calendar: moscow, superiors: [{ organisation: REGION, roles: ['head'] }] },
  { id: SCHOOL, calendar: vladivostok, superiors: [{ organisation: OFFICE, roles: [] }, { organisation: REGION, roles: ['head'] }] },
  { id: REGION, calendar: moscow, superiors: [] },
];

export function contextAt(now: string = THURSDAY, more: Partial<Context> = {}): Context {
  return { now, organisations: new Map(organisations.map((facts) => [facts.id, facts])), ...more };
}

export function person(n: number): string {
  return `person:00000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`;
}

export function actor(n: number): Actor {
  return { person: person(n), right: { kind: 'direct' } };
}

export function definitionOf(nodes: { readonly [key: string]: FlowNode }, more: Partial<ProcessDefinition> = {}): ProcessDefinition {
  return { format: 1, key: 'test-process', title: 'Test', nodes, ...more };
}

export function compiledOf(nodes: { readonly [key: string]: FlowNode }, more: Partial<ProcessDefinition> = {}): Compiled {
  return compileGraph(definitionOf(nodes, more), {});
}

export const startInput: StartInput = { id: 'case', organisation: OFFICE, starter: actor(1), startEvent: null, data: null, submission: null, variables: {} };

/** One case that is driven by commands, with everything it ever asked of the world. */
export interface Scene {
  instance: Instance;
  readonly compiled: Compiled;
  readonly effects: Effect[];
  now: string;
}

export function begin(nodes: { readonly [key: string]: FlowNode }, variables: Variables = {}, more: Partial<StartInput> = {}): Scene {
  const compiled = compiledOf(nodes);
  const { instance, effects } = advanced(start(compiled, { ...startInput, variables, ...more }, contextAt()));
  return { compiled, instance, effects: [...effects], now: THURSDAY };
}

export function give(scene: Scene, command: Command): readonly Effect[] {
  const { instance, effects } = advanced(advance(scene.compiled, scene.instance, command, contextAt(scene.now)));
  scene.instance = instance;
  scene.effects.push(...effects);
  return effects;
}

export function refusalOf(scene: Scene, command: Command): Refusal {
  const outcome = advance(scene.compiled, scene.instance, command, contextAt(scene.now));
  if (outcome.kind !== 'refused') throw new Error(`expected a refusal of ${command.type}`);
  return outcome.refusal;
}

export function advanced(outcome: Outcome): Extract<Outcome, { kind: 'advanced' }> {
  if (outcome.kind === 'refused') throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome;
}

export interface Completion { outcome?: string; by?: number; data?: { readonly [field: string]: Json } | null; remark?: boolean; returnTo?: string; facts?: { readonly [name: string]: Json } | null }

export function completionOf(task: string, { outcome = 'done', by = 1, data = null, remark = false, returnTo, facts = null }: Completion = {}): Command {
  return { type: 'completeTask', task, outcome, by: actor(by), data, submission: null, remark, facts, ...(returnTo !== undefined && { returnTo }) };
}

/** Completes the open task of a node: the first one, or that of a slot. */
export function complete(scene: Scene, node: string, completion: Completion & { slot?: number } = {}): readonly Effect[] {
  return give(scene, completionOf(taskAt(scene.instance, node, completion.slot).id, completion));
}

export function tasksAt(instance: Instance, node: string): readonly OpenTask[] {
  return instance.activities.filter((activity) => activity.node === node).flatMap(({ tasks }) => tasks);
}

export function taskAt(instance: Instance, node: string, slot?: number): OpenTask {
  const task = tasksAt(instance, node).find((candidate) => slot === undefined || candidate.slot === slot);
  if (!task) throw new Error(`no open task at ${node}; open: ${openNodes(instance).join(', ')}`);
  return task;
}

export function openNodes(instance: Instance): readonly string[] {
  return instance.activities.map(({ node }) => node).sort();
}

export function factsOf(effects: readonly Effect[], kind?: HistoryFact['kind']): readonly HistoryFact[] {
  return effects.flatMap((effect) => (effect.type === 'history' && (kind === undefined || effect.fact.kind === kind) ? [effect.fact] : []));
}

export function effectsOf<T extends Effect['type']>(effects: readonly Effect[], type: T): readonly Extract<Effect, { type: T }>[] {
  return effects.filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type);
}

export const role = (key: string) => [{ type: 'role' as const, role: key }];

/** A user task of the clerk with the one outcome `done`. */
export function task(to: string, more: object = {}): FlowNode {
  return { type: 'userTask', title: 'Work', performers: role('clerk'), outcomes: { done: { title: 'Done', to } }, ...more } as FlowNode;
}

export const startTo = (next: string, more: object = {}): FlowNode => ({ type: 'startEvent', next, ...more });
export const end = (result?: string, more: object = {}): FlowNode => ({ type: 'endEvent', ...(result === undefined ? {} : { result }), ...more });

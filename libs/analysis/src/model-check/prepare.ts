import { compileCalendar } from '@reglament/calendar';
import type { ProcessDefinition } from '@reglament/contracts';
import { compileGraph, type Compiled, type Context, type Json, type PinnedDecision, type Resources, type Variables } from '@reglament/engine';
import type { ExploreSetting } from './explore.js';
import { createGateCompiler, MOMENT } from './gate-compiler.js';
import type { Question } from './judge.js';
import { createOracle } from './oracle.js';
import { reachOf } from './reach.js';
import { beginAt, rootsOf } from './roots.js';
import { unknown } from './unknown.js';

/** States that are looked at unless it is said otherwise; some ten thousand are looked at in a second. */
export const DEFAULT_MAX_STATES = 20_000;

export interface CheckModelOptions {
  readonly maxStates?: number;
  /** Names that callers of this process hand over: at the start they may be there or not. */
  readonly given?: ReadonlySet<string>;
}

const ORGANISATION = 'office';

/** Makes a definition ready to be explored: the engine's own graph, with expressions that ask the oracle. */
export function prepare(definition: ProcessDefinition, resources: Resources, options: CheckModelOptions, names = 'n'): ExploreSetting {
  const oracle = createOracle(names);
  const questions: Question[] = [];
  const compiler = createGateCompiler(definition, oracle, questions);
  const graph = compileGraph(definition, { ...resources, hash: 'model' }, compiler);
  const compiled: Compiled = { ...graph, decisions: askedTables(definition, oracle.fresh) };
  const context = contextFor(definition);
  const given = givenAtStart(definition, options.given ?? new Set());
  return {
    compiled, context, oracle, questions, reach: reachOf(definition, compiler.readings),
    roots: rootsOf(compiled), begin: (root) => beginAt(compiled, context, ORGANISATION, given, root), maxStates: options.maxStates ?? DEFAULT_MAX_STATES, order: 'every',
  };
}

/** What no node writes can only have come with the case. What a caller may hand over counts as there. */
function givenAtStart(definition: ProcessDefinition, given: ReadonlySet<string>): Variables {
  const written = new Set(writtenIn(definition));
  const names = Object.keys(definition.variables ?? {}).filter((name) => !written.has(name) || given.has(name));
  return Object.fromEntries(names.map((name) => [name, unknown(`given:${name}`)]));
}

/** Names under which any node, whatever its kind, keeps something: its variable, its mappings, its events. */
function writtenIn(definition: ProcessDefinition): readonly string[] {
  const found: string[] = [];
  const walk = (part: unknown, key: string): void => {
    if (typeof part !== 'object' || part === null) return;
    if (!Array.isArray(part)) {
      const fields = part as { readonly [name: string]: unknown };
      for (const name of ['variable', 'document', 'counters', 'as']) if (typeof fields[name] === 'string' && key !== 'value') found.push(fields[name]);
    }
    for (const [name, inner] of Object.entries(part)) {
      if (name === 'output' || (name === 'input' && key !== 'callActivity')) found.push(...Object.keys((inner ?? {}) as object));
      if (!EXPRESSIONS.has(name)) walk(inner, name);
    }
  };
  for (const node of Object.values(definition.nodes)) walk(node, node.type);
  return found;
}

/** Parts where `variable` is read, not written. */
const EXPRESSIONS: ReadonlySet<string> = new Set(['performers', 'to', 'input', 'output', 'prefill', 'data', 'when', 'until', 'while', 'condition', 'keepVisasWhen', 'correlation', 'items', 'itemTitle', 'due', 'after', 'kind', 'remind', 'escalate', 'checks', 'flows', 'outcomes']);

/** A table's answer hangs on what it is asked: its outputs are unknown. */
function askedTables(definition: ProcessDefinition, fresh: () => string): ReadonlyMap<string, PinnedDecision> {
  const keys = Object.values(definition.nodes).flatMap((node) => (node.type === 'businessRuleTask' ? [node.decision] : []));
  const table = (key: string) => ({ format: 1 as const, key, title: key, hitPolicy: 'F' as const, inputs: [], outputs: [], rules: [] });
  return new Map(keys.map((key) => [key, { hash: '', compiled: { kind: 'compiled', table: table(key), decide: () => ({ kind: 'decided', outputs: unknown(fresh()) as { readonly [name: string]: Json }, hits: [] }) } } as unknown as PinnedDecision]));
}

/** One office above which every role that is asked for is held, and a calendar with nothing in it: when something happens is of no matter. */
function contextFor(definition: ProcessDefinition): Context {
  const years = Object.fromEntries(['2026', '2027'].map((year) => [year, { status: 'approved' as const, basis: 'model', days: {} }]));
  const calendar = compileCalendar({ format: 1, id: 'model', title: 'Model', timeZone: 'UTC', years });
  return { now: MOMENT.now, organisations: new Map([[ORGANISATION, { id: ORGANISATION, calendar, superiors: [{ organisation: 'above', roles: rolesAbove(definition.nodes) }] }]]) };
}

function rolesAbove(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'type' in part && part.type === 'superior' && 'role' in part && typeof part.role === 'string' ? [part.role] : [];
  return [...own, ...Object.values(part).flatMap(rolesAbove)];
}

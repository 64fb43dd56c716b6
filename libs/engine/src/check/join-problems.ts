import type { FlowNode, InclusiveGateway, ProcessDefinition } from '@reglament/contracts';
import { incomingOf, linksOf, startsByScope } from '../compile/graph.js';
import { reachingOf, type Reaching } from '../compile/reaching.js';
import { isEnabled } from '../nodes/inclusive-gateway.js';
import { exitsOf } from '../nodes/node-types.js';
import type { Exit } from '../tokens.js';
import { error, warning } from './finding.js';
import { pointerTo, type Finding } from './problem.js';

/** States of one scope that are looked at; a scope with more is left to the model check of the publish gate. */
const MAX_STATES = 5_000;
/** A boundary event that does not interrupt may come any number of times; twice shows what there is to see. */
const MAX_AT_ONE_PLACE = 2;
const MAX_FREE_FLOWS = 6;

/**
 * Joins that wait for what cannot come. Plays the tokens of each scope with every condition and outcome free: a join that no play
 * ever passes is an error, one that some play leaves waiting is a warning (the conditions may rule that play out).
 */
export function joinFindings(definition: ProcessDefinition): readonly Finding[] {
  const incoming = incomingOf(definition);
  const reaching = reachingOf(definition);
  return [...startsByScope(definition)].flatMap(([scope, starts]) => {
    const joins = [...incoming].filter(([key, via]) => via.size > 1 && (definition.nodes[key]?.in ?? null) === scope);
    if (joins.length === 0) return [];
    const play = playScope({ definition, incoming, reaching }, starts);
    return play === null ? [] : joins.flatMap(([key, via]) => {
      const told = {
        found: `incoming flows ${[...via].join(', ')}`, expected: 'flows that are all taken together',
        remedy: ['Если пути взаимно исключают друг друга, сведите их сначала исключающим шлюзом', 'Where the paths exclude each other, bring them together with an exclusive gateway first'],
      } as const;
      if (play.reached.has(key) && !play.fired.has(key)) {
        return [error('flow.joinNeverFires', pointerTo('nodes', key), { ...told, message: [`Слияние «${key}» никогда не сработает: не все его входы бывают пройдены вместе`, `The join "${key}" never goes on: its incoming flows are never all taken`] })];
      }
      return play.stuck.has(key)
        ? [warning('flow.joinMayWait', pointerTo('nodes', key), { ...told, message: [`Слияние «${key}» может остаться ждать входа, который не будет пройден`, `The join "${key}" may be left waiting for a flow that is not taken`] })]
        : [];
    });
  });
}

interface Play { readonly reached: Set<string>; readonly fired: Set<string>; readonly stuck: Set<string> }

/** A token as `node|via`; a state is the sorted list of them. */
type Place = string;

interface Board { readonly definition: ProcessDefinition; readonly incoming: ReadonlyMap<string, ReadonlySet<string>>; readonly reaching: Reaching }

function playScope(board: Board, starts: readonly string[]): Play | null {
  const play: Play = { reached: new Set(), fired: new Set(), stuck: new Set() };
  const rest: (readonly Place[])[] = starts.map((start) => [`${start}|`]);
  const seen = new Set(rest.map((state) => state.join(' ')));
  for (let state = rest.pop(); state !== undefined; state = rest.pop()) {
    const next = successors(board, state, play);
    if (next.length === 0) for (const place of state) play.stuck.add(nodeAt(place));
    for (const candidate of next) {
      const id = candidate.join(' ');
      if (seen.has(id)) continue;
      if (seen.size >= MAX_STATES) return null;
      seen.add(id);
      rest.push(candidate);
    }
  }
  return play;
}

function successors({ definition, incoming, reaching }: Board, state: readonly Place[], play: Play): (readonly Place[])[] {
  const next: (readonly Place[])[] = [];
  for (const place of new Set(state)) {
    const key = nodeAt(place);
    const node = definition.nodes[key];
    if (!node) continue;
    play.reached.add(key);
    const exits = waysOn(definition, key, node);
    if (node.type === 'parallelGateway') {
      const taken = [...(incoming.get(key) ?? [])].map((via) => `${key}|${via}`);
      if (!taken.every((needed) => state.includes(needed))) continue;
      play.fired.add(key);
      next.push(replace(state, taken, exits));
    } else if (node.type === 'inclusiveGateway') {
      const taken = inclusiveJoin(state, key, place, reaching);
      if (taken === null) continue;
      play.fired.add(key);
      for (const some of choicesOf(node, exits)) next.push(replace(state, taken, some));
    } else if (exits.length === 0) next.push(endsScope(node) ? [] : replace(state, [place], []));
    else for (const exit of exits) next.push(replace(state, staysBeside(node, exit) ? [] : [place], [exit]));
  }
  return next.filter((candidate) => candidate.join(' ') !== state.join(' ') && !isCrowded(candidate));
}

/** The places that an inclusive gateway takes its tokens from; null while it waits. */
function inclusiveJoin(state: readonly Place[], key: string, place: Place, reaching: Reaching): readonly Place[] | null {
  const ways = reaching.get(key);
  if (ways === undefined) return [place];
  const tokens = state.map((each, id) => ({ id, node: nodeAt(each), scope: null, via: each.slice(each.indexOf('|') + 1) }));
  if (!isEnabled(tokens, { id: -1, node: key, scope: null, via: null }, ways)) return null;
  return [...ways.keys()].map((via) => `${key}|${via}`).filter((each) => state.includes(each));
}

/** The sets of flows that an inclusive gateway may take: what has no condition always, of the rest any. Of very many only each one and all. */
function choicesOf({ flows }: InclusiveGateway, exits: readonly Exit[]): readonly (readonly Exit[])[] {
  const always = exits.filter((_, i) => flows[i]?.when === undefined && flows[i]?.default !== true);
  const free = exits.filter((_, i) => flows[i]?.when !== undefined);
  const sets: (readonly Exit[])[] = free.length > MAX_FREE_FLOWS
    ? [[], free, ...free.map((each) => [each])]
    : free.reduce<(readonly Exit[])[]>((known, each) => [...known, ...known.map((set) => [...set, each])], [[]]);
  const fallback = exits.filter((_, i) => flows[i]?.default === true);
  return sets.map((set) => [...always, ...set]).map((set) => (set.length > 0 ? set : fallback)).filter((set) => set.length > 0);
}

function replace(state: readonly Place[], taken: readonly Place[], exits: readonly Exit[]): readonly Place[] {
  const left = [...state];
  for (const place of taken) left.splice(left.indexOf(place), 1);
  return [...left, ...exits.map((exit) => `${exit.to}|${exit.via}`)].sort();
}

function isCrowded(state: readonly Place[]): boolean {
  return state.some((place, i) => place === state[i + MAX_AT_ONE_PLACE]);
}

/** The flows of a node; of a link, the one that it stands for. */
function waysOn(definition: ProcessDefinition, key: string, node: FlowNode): readonly Exit[] {
  const link = node.type === 'throwEvent' && node.event?.type === 'link' ? linksOf(definition).get(key) : undefined;
  return link === undefined ? exitsOf(key, node) : [link];
}

/** An end that terminates, or ends by an error, takes every token of its scope away. */
function endsScope(node: FlowNode): boolean {
  return node.type === 'endEvent' && (node.event?.type === 'terminate' || node.event?.type === 'error');
}

/** A boundary event that does not interrupt adds a token and leaves the activity where it is. */
function staysBeside(node: FlowNode, exit: Exit): boolean {
  return 'on' in node && (node.on ?? []).some((event) => !event.interrupting && `on/${event.key}` === exit.flow);
}

function nodeAt(place: Place): string {
  return place.slice(0, place.indexOf('|'));
}

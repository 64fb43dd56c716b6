import type { ProcessDefinition } from '@reglament/contracts';
import { flowsOf, stuckJoins, type Compiled } from '@reglament/engine';
import type { Explored, State, Step } from './explore.js';
import { stepsTo } from './steps-to.js';
import { needAt } from './gate-compiler.js';
import type { BothTexts, ModelFault, ModelFaultCode } from './verdict.js';
import { FAULT_TEXTS, sentenceOf, titleOf } from './words.js';

interface Found { readonly code: ModelFaultCode; readonly node: string; readonly pointer?: string; readonly steps: readonly Step[]; readonly doubtful: boolean; readonly severe: boolean; readonly detail?: BothTexts; readonly missing?: readonly string[] }

/** Everything that is wrong in what was explored: each fault once, by the first way to it. */
export function findFaults(definition: ProcessDefinition, compiled: Compiled, explored: Explored): readonly ModelFault[] {
  const found = [...standing(compiled, explored), ...running(explored), ...twofold(compiled, explored), ...dead(definition, explored), ...unset(explored)];
  const first = new Map<string, Found>();
  for (const fault of found) {
    // What a place reads tells its faults apart; which flows a join lacks is one fault.
    const id = `${fault.code} ${fault.pointer ?? fault.node} ${fault.pointer === undefined ? '' : fault.detail?.en ?? ''}`;
    const known = first.get(id);
    if (!known || (known.doubtful && !fault.doubtful) || (!known.severe && fault.severe)) first.set(id, fault);
  }
  return [...first.values()].map((fault) => told(definition, fault));
}

/** States where the case stays for ever: at a join, or at all. */
function standing(compiled: Compiled, explored: Explored): readonly Found[] {
  const hopeful = backFrom(explored, (state, id) => explored.ends.has(id) || state.cut);
  return explored.states.flatMap((state, id): readonly Found[] => {
    if (explored.ends.has(id)) return [];
    const way = { steps: stepsTo(explored, id), doubtful: state.doubtful };
    const joins = waitsAtJoin(state) ? stuckJoins(compiled, state.instance) : [];
    if (joins.length > 0) {
      return joins.map(({ node, missing }) => ({ ...way, code: 'model.joinWaits', node, severe: !hopeful.has(id), missing }));
    }
    if (state.next.length > 0 || state.cut) return [];
    const refusal = state.refusals.find(({ code }) => code === 'noPerformer');
    const node = (refusal && 'node' in refusal ? refusal.node : null) ?? state.instance.activities.find(({ listening }) => !listening)?.node ?? state.instance.tokens[0]?.node ?? '';
    // What a conditional event waits for, an administrator may still write: nobody else can.
    const standing = compiled.nodes.get(node);
    return [{ ...way, code: refusal ? 'model.noPerformer' : 'model.stuck', node, severe: !(standing?.type === 'catchEvent' && standing.trigger.type === 'condition') }];
  });
}

function waitsAtJoin({ instance }: State): boolean {
  const held = new Set(instance.activities.map(({ token }) => token));
  return instance.tokens.some(({ id }) => !held.has(id));
}

/** Loops without an end: those that run by themselves, and those in which people go round for ever. */
function running(explored: Explored): readonly Found[] {
  const troubles = explored.troubles.map(({ state, step, kind, node, found }): Found => ({
    code: kind === 'endless' ? 'model.endless' : found.startsWith('noPerformer') ? 'model.noPerformer' : kind === 'fault' && found === 'engine.noFlow' ? 'model.noFlow' : 'model.stuck',
    node: node ?? step.move?.node ?? step.root.node, steps: [...state === null ? [] : stepsTo(explored, state), step], severe: true,
    doubtful: state !== null && (explored.states[state] as State).doubtful,
  }));
  const stopped = new Set(explored.troubles.map(({ state }) => state));
  const explained = backFrom(explored, (state, id) => explored.ends.has(id) || state.cut || state.next.length === 0 || stopped.has(id));
  const lost = explored.states.findIndex((_, id) => !explained.has(id));
  if (lost < 0) return troubles;
  const { instance, doubtful } = explored.states[lost] as State;
  return [...troubles, { code: 'model.noEnd', node: instance.activities.find(({ listening }) => !listening)?.node ?? '', steps: stepsTo(explored, lost), doubtful, severe: true }];
}

/** Two tokens at one step of one scope, where no event has begun one of them and no join was meant to bring them together. */
function twofold(compiled: Compiled, explored: Explored): readonly Found[] {
  return explored.crowded.flatMap(({ node, steps, doubtful }): readonly Found[] =>
    (compiled.nodes.get(node)?.type === 'parallelGateway' ? [] : [{ code: 'model.twice', node, steps, doubtful, severe: false }]));
}

/**
 * Steps that nothing ever enters, each behind one that is entered: what lies behind it needs no word of its own. Where a case stops before
 * its time, that is the fault, and what it does not come to is not.
 */
function dead(definition: ProcessDefinition, { entered, cuts, states, troubles }: Explored): readonly Found[] {
  if (cuts.has('states') || cuts.has('choices') || cuts.has('values')) return [];
  if (troubles.length > 0 || states.some((state) => state.next.length === 0 && state.instance.status === 'active')) return [];
  const behind = new Set(flowsOf(definition).filter(({ from }) => entered.has(from)).map(({ exit }) => exit.to));
  return Object.keys(definition.nodes).filter((key) => !entered.has(key) && behind.has(key)).map((node) => ({ code: 'model.deadStep', node, steps: [], doubtful: cuts.has('crowd'), severe: true }));
}

function unset(explored: Explored): readonly Found[] {
  return [...explored.sights.values()].flatMap(({ set, unset: missing }): readonly Found[] => {
    if (missing === null) return [];
    const need = needAt(missing.pointer);
    if (set !== null && need === 'may') return [];
    const name = missing.path.split('.')[0] ?? '';
    if (!missing.pointer.startsWith('/nodes/')) return [];
    return [{
      code: set === null ? 'model.neverSet' : 'model.maybeUnset', node: missing.pointer.split('/')[2] ?? '', pointer: missing.pointer, detail: { ru: name, en: name },
      steps: [...missing.state === null ? [] : stepsTo(explored, missing.state), missing.step], doubtful: missing.doubtful, severe: set === null && need === 'must',
    }];
  });
}

/** The states from which one of those that are asked for can be reached. */
function backFrom(explored: Explored, isGoal: (state: State, id: number) => boolean): ReadonlySet<number> {
  const before = new Map<number, number[]>();
  explored.states.forEach(({ next }, id) => { for (const to of next) before.set(to, [...before.get(to) ?? [], id]); });
  const goals = explored.states.flatMap((state, id) => (isGoal(state, id) ? [id] : []));
  const reached = new Set(goals);
  for (let id = goals.pop(); id !== undefined; id = goals.pop()) {
    for (const from of before.get(id) ?? []) {
      if (reached.has(from)) continue;
      reached.add(from);
      goals.push(from);
    }
  }
  return reached;
}

function told(definition: ProcessDefinition, { code, node, pointer, steps, doubtful, severe, detail, missing = [] }: Found): ModelFault {
  const message = FAULT_TEXTS[code](titleOf(definition, node), detail ?? fromAll(definition, missing));
  const sentences = steps.map((step) => sentenceOf(definition, step));
  return {
    code, node, pointer: pointer ?? `/nodes/${node}`, message, steps,
    severity: severe && !doubtful ? 'error' : 'warning', certainty: doubtful ? 'possible' : 'certain',
    story: { ru: [...sentences.map(({ ru }) => ru), `${message.ru}.`], en: [...sentences.map(({ en }) => en), `${message.en}.`] },
  };
}

/** Flows as tokens name them, by the steps that they come from. */
function fromAll(definition: ProcessDefinition, flows: readonly string[]): BothTexts {
  const titles = [...new Set(flows.map((via) => via.split('/')[0] ?? ''))].map((key) => titleOf(definition, key));
  return { ru: titles.map(({ ru }) => `«${ru}»`).join(', '), en: titles.map(({ en }) => `"${en}"`).join(', ') };
}

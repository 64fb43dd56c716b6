import type { FlowNode, ProcessDefinition } from '@reglament/contracts';
import { checkDefinition, stuckJoins } from '@reglament/engine';
import { checkModel } from './check-model.js';
import { prepare } from './prepare.js';
import { replaySteps } from './replay-steps.js';

const role = { performers: [{ type: 'role', role: 'clerk' }] };
const start = (next: string, more: object = {}): object => ({ type: 'startEvent', next, ...more });
const end = { type: 'endEvent', result: 'done' };
const task = (outcomes: Record<string, string>, more: object = {}): object =>
  ({ type: 'userTask', title: 'Work', ...role, outcomes: Object.fromEntries(Object.entries(outcomes).map(([key, to]) => [key, { title: key, to }])), ...more });
const either = (...flows: object[]): object => ({ type: 'exclusiveGateway', flows });
const all = (...to: string[]): object => ({ type: 'parallelGateway', flows: to.map((key) => ({ to: key })) });

function definitionOf(nodes: Record<string, object>, more: Partial<ProcessDefinition> = {}): ProcessDefinition {
  return { format: 1, key: 'drill', title: 'Drill', nodes: nodes as Record<string, FlowNode>, ...more };
}

const told = (nodes: Record<string, object>, more: Partial<ProcessDefinition> = {}) => checkModel(definitionOf(nodes, more)).faults.map(({ code, severity, node }) => `${severity} ${code} ${node}`);

describe('checkModel', () => {
  test('finds nothing wrong with a process that always comes to its end', () => {
    const nodes = { begin: start('fork'), fork: all('a', 'b'), a: task({ done: 'join' }), b: task({ done: 'join', again: 'b' }), join: all('finish'), finish: end };
    expect(checkModel(definitionOf(nodes))).toMatchObject({ faults: [], complete: true, bounds: [] });
  });

  test('tells of a join that waits for a branch which somebody can decide against', () => {
    const nodes = { begin: start('fork'), fork: all('a', 'b'), a: task({ done: 'join', stop: 'finish' }), b: task({ done: 'join' }), join: all('finish'), finish: end };
    const [fault] = checkModel(definitionOf(nodes)).faults;
    expect(fault).toMatchObject({ code: 'model.joinWaits', severity: 'error', certainty: 'certain', node: 'join', pointer: '/nodes/join' });
    expect(fault?.story.en).toEqual([
      'The case begins at "begin".', 'At "Work" somebody chooses "stop".', 'At "Work" somebody chooses "done".', 'The join "join" waits for what cannot come any more: from "Work".',
    ]);
    expect(fault?.story.ru.at(-1)).toBe('Слияние «join» ждёт того, кто уже не придёт: от «Work».');
  });

  test('knows which outcome a gateway asks about: what it rules out is no fault', () => {
    const nodes = {
      begin: start('a'), a: task({ one: 'fork', two: 'fork' }), fork: all('b', 'ask'), b: task({ done: 'join' }),
      ask: either({ to: 'join', when: { feel: 'outcome.a = "one" or outcome.a = "two"' } }, { to: 'finish', default: true }), join: all('finish'), finish: end,
    };
    expect(told(nodes)).toEqual([]);
  });

  test('tells of a branch that no case takes, because an outcome that would lead there does not come there', () => {
    const nodes = { begin: start('a'), a: task({ one: 'ask', two: 'finish' }), ask: either({ to: 'b', when: { feel: 'outcome.a = "two"' } }, { to: 'finish', default: true }), b: task({ done: 'finish' }), finish: end };
    expect(told(nodes)).toEqual(['error model.deadStep b']);
  });

  test('remembers what it assumed: two gateways that ask the same of the same value go the same way', () => {
    const when = { variable: 'order.urgent', operator: 'equals', value: true };
    const nodes = {
      begin: start('fork', { form: 'order', variable: 'order' }), fork: all('first', 'second'), join: all('finish'), finish: end, aside: end,
      first: either({ to: 'join', when }, { to: 'aside', default: true }), second: either({ to: 'join', when: { feel: 'order.urgent = true' } }, { to: 'aside2', default: true }), aside2: end,
    };
    expect(told(nodes)).toEqual([]);
  });

  test('calls a fault possible where two answers about the same data may rule each other out', () => {
    const nodes = {
      begin: start('fork', { form: 'order', variable: 'order' }), fork: all('first', 'second'), join: all('finish'), finish: end, aside: end, aside2: end,
      first: either({ to: 'join', when: { feel: 'order.a > order.b' } }, { to: 'aside', default: true }), second: either({ to: 'join', when: { feel: 'order.b < order.a' } }, { to: 'aside2', default: true }),
    };
    expect(checkModel(definitionOf(nodes)).faults).toMatchObject([{ code: 'model.joinWaits', severity: 'warning', certainty: 'possible' }]);
  });

  test('tells of a loop that runs without end', () => {
    const nodes = {
      begin: start('again', { form: 'order', variable: 'order' }), again: either({ to: 'back', when: { feel: 'order.more = true' } }, { to: 'finish', default: true }), back: either({ to: 'again' }), finish: end,
    };
    expect(told(nodes)).toEqual(['error model.endless again']);
  });

  test('tells of a round from which nobody can come to the end any more', () => {
    const nodes = {
      begin: start('a'), a: task({ one: 'b', two: 'finish' }), b: task({ done: 'c' }), finish: end,
      c: either({ to: 'b', when: { feel: 'outcome.a = "one"' } }, { to: 'finish', default: true }),
    };
    expect(told(nodes)).toContain('error model.noEnd b');
  });

  test('tells of a gateway where no condition can hold', () => {
    const nodes = { begin: start('a'), a: task({ one: 'ask', two: 'ask' }), ask: either({ to: 'finish', when: { feel: 'outcome.a = "one"' } }), finish: end };
    expect(told(nodes)).toEqual(['error model.noFlow ask']);
  });

  test('tells of a step that opens twice where branches were brought together without a join', () => {
    const nodes = { begin: start('fork'), fork: all('a', 'b'), a: task({ done: 'c' }), b: task({ done: 'c' }), c: task({ done: 'finish' }), finish: end };
    expect(told(nodes)).toEqual(['warning model.twice c']);
  });

  test('tells of a performer whom nobody has named by then, and not of one who is named on every way', () => {
    const by = (variable: string) => ({ performers: [{ type: 'reference', variable }] });
    const nodes = {
      begin: start('a'), a: task({ named: 'b', skipped: 'b' }, { form: 'f', output: { person: { variable: 'form.person' } } }), b: { ...task({ done: 'c' }), ...by('person') },
      c: { ...task({ done: 'd' }, { form: 'f', output: { later: { variable: 'form.person' } } }), ...by('later') }, d: { ...task({ done: 'finish' }), ...by('later') }, finish: end,
    };
    expect(told(nodes)).toEqual(['error model.neverSet c']);
  });

  test('tells of a reading that is too early on one of the ways, and leaves alone whoever asks whether anything is there', () => {
    const nodes = {
      begin: start('a'), a: task({ long: 'note', short: 'ask' }), note: { type: 'serviceTask', title: 'S', handler: 'h', output: { n: { variable: 'result.n' } }, next: 'ask' },
      ask: either({ to: 'finish', when: { variable: 'n', operator: 'greater', value: 3 } }, { to: 'sure', default: true }), sure: either({ to: 'finish', when: { variable: 'n', operator: 'isEmpty' } }, { to: 'finish', default: true }), finish: end,
    };
    expect(checkModel(definitionOf(nodes)).faults).toMatchObject([{ code: 'model.maybeUnset', pointer: '/nodes/ask/flows/0/when', severity: 'warning' }]);
  });

  test('tells of work that is given to the one person who may not do it', () => {
    const nodes = { begin: start('a'), a: { ...task({ done: 'finish' }), performers: [{ type: 'starter' }], fourEyes: ['start'] }, finish: end };
    expect(told(nodes)).toEqual(['error model.noPerformer a']);
  });

  test('looks into the parts of a parallel forEach', () => {
    const forEach = { items: { variable: 'order.people' }, as: 'person', mode: 'parallel' };
    const nodes = {
      begin: start('part', { form: 'order', variable: 'order' }), part: { type: 'subProcess', title: 'P', forEach, next: 'finish' }, finish: end,
      s: { ...start('fork'), in: 'part' }, fork: { ...all('a', 'b'), in: 'part' }, a: { ...task({ done: 'join', no: 'e' }), in: 'part' }, b: { ...task({ done: 'join' }), in: 'part' }, join: { ...all('e'), in: 'part' }, e: { ...end, in: 'part' },
    };
    expect(told(nodes)).toEqual(['error model.joinWaits join']);
  });

  test('looks at the errors that a service may end with, and at an event that waits for a condition', () => {
    const nodes = {
      begin: start('fork'), fork: all('post', 'b'), post: { type: 'serviceTask', title: 'Post', handler: 'h', next: 'join', on: [{ type: 'error', key: 'lost', code: 'LOST', interrupting: true, to: 'gone' }] },
      gone: end, b: task({ done: 'join' }), join: all('finish'), finish: end,
    };
    const [fault] = checkModel(definitionOf(nodes)).faults;
    expect(fault).toMatchObject({ code: 'model.joinWaits', severity: 'error', node: 'join' });
    expect(fault?.story.en).toContain('The service of "Post" ends with the error "LOST".');
    const waits = { begin: start('wait', { form: 'order', variable: 'order' }), wait: { type: 'catchEvent', title: 'W', event: { type: 'condition', condition: { variable: 'order.paid', operator: 'equals', value: true } }, next: 'finish' }, finish: end };
    expect(told(waits)).toEqual(['warning model.stuck wait']);
  });

  test('follows a terminate end, an inclusive gateway and what is undone', () => {
    const nodes = {
      begin: start('fork'), fork: all('a', 'b'), a: task({ done: 'join', stop: 'over' }), b: task({ done: 'join' }), join: all('finish'), finish: end, over: { type: 'endEvent', event: { type: 'terminate' } },
    };
    expect(told(nodes)).toEqual([]);
    const flag = (name: string) => ({ variable: `order.${name}`, operator: 'equals', value: true });
    const some = {
      begin: start('split', { form: 'order', variable: 'order' }), split: { type: 'inclusiveGateway', flows: [{ to: 'a', when: flag('a') }, { to: 'b', when: flag('b') }, { to: 'meet', default: true }] },
      a: task({ done: 'meet' }), b: task({ done: 'meet' }), meet: { type: 'inclusiveGateway', flows: [{ to: 'finish' }] }, finish: end,
    };
    expect(told(some)).toEqual([]);
  });

  test('says what it did not look at', () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [[`t${i}`, task({ done: `u${i}` })], [`u${i}`, task({ done: 'join' })]]).flat()) as Record<string, object>;
    const nodes = { begin: start('fork'), fork: all(...Array.from({ length: 9 }, (_, i) => `t${i}`)), ...many, join: all('finish'), finish: end };
    const verdict = checkModel(definitionOf(nodes));
    expect(verdict.bounds.map(({ bound }) => bound)).toEqual(['order']);
    expect(verdict).toMatchObject({ faults: [], complete: true });
  });

  test('gives a way that the engine goes again, to the state that it tells of', () => {
    const nodes = {
      begin: start('x', { form: 'order', variable: 'order' }), x: either({ to: 'fork', when: { variable: 'order.kind', operator: 'equals', value: 'big' } }, { to: 'finish', default: true }),
      fork: all('a', 'b'), a: task({ done: 'join', stop: 'finish' }), b: task({ done: 'join' }), join: all('finish'), finish: end,
    };
    const definition = definitionOf(nodes);
    expect(checkDefinition(definition).kind).toBe('sound');
    const [fault] = checkModel(definition).faults;
    const replayed = replaySteps(definition, {}, fault?.steps ?? []);
    if (replayed.kind !== 'stands') throw new Error(replayed.kind);
    expect(stuckJoins(prepare(definition, {}, {}).compiled, replayed.instance)).toMatchObject([{ node: 'join' }]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compileCalendar } from '../../../libs/calendar/dist/index.js';
import { contentHash } from '../../../libs/contracts/dist/index.js';
import { advance, compile, start } from '../../../libs/engine/dist/index.js';
import { inRepository } from '../../../tools/lib/paths.mjs';

const ORGANISATION = '00000000-0000-4000-8000-000000000001';
const person = (n) => `person:00000000-0000-4000-8000-00000000010${n}`;
const actor = (by) => ({ person: by, right: { kind: 'direct' } });
const json = (file) => JSON.parse(readFileSync(inRepository(file), 'utf8'));

const home = 'workflows/order-issuance';
const definition = json(`${home}/processes/order-issuance.json`);
const forms = new Map([`${home}/forms`, 'forms'].flatMap((folder) => readdirSync(inRepository(folder)).map((file) => [path.basename(file, '.json'), contentHash(json(`${folder}/${file}`))])));
const compiled = compile(definition, { hash: contentHash(definition), forms });
const calendar = compileCalendar(json('workflows/base/calendars/russia.json'), { timeZone: 'Asia/Krasnoyarsk' });
const context = { now: '2026-11-20T03:00:00.000Z', organisations: new Map([[ORGANISATION, { id: ORGANISATION, calendar, superiors: [] }]]) };

const clauses = Array.from({ length: 9 }, (_, i) => ({ id: `c${i}`, type: 'task', text: 'x'.repeat(200), executor: person(i % 3), due: '2026-12-20', dueMode: 'date' }));
const order = { kind: 'order-main', title: 'О результатах мониторинга', preamble: 'приказываю:', clauses, visas: [1, 2, 3].map(person), visaOrder: 'parallel', signer: person(4), controller: person(4), acquaint: [5, 6, 7].map(person) };
const tasks = clauses.map(({ id, text, executor, due }) => ({ clause: id, number: '1', title: text.slice(0, 160), executor, due, controller: person(4) }));
/** What a person's form or a handler gives at each node; anything else gives nothing. */
const answers = { draft: order, compose: { id: 'd', kind: 'order-main', title: order.title, version: 1, contentHash: 'h', state: 'draft', tasks }, registration: { date: '2026-11-20' }, filing: { caseIndex: '01-05' } };

/**
 * `advance` alone on a whole order, from the draft to the file, with so many variables in the case: calls per second of processor time,
 * which other programs on the machine do not take part in.
 *
 * @param {{ variables: number, seconds: number }} options
 */
export function advancesPerSecond({ variables, seconds }) {
  const begun = begin(variables);
  const commands = script(begun);
  run(begun.instance, commands, 2000);
  let done = 0;
  const from = process.cpuUsage();
  for (;;) {
    run(begun.instance, commands, 100);
    done += 100 * commands.length;
    const { user, system } = process.cpuUsage(from);
    if (user + system >= seconds * 1e6) return (done / (user + system)) * 1e6;
  }
}

function begin(count) {
  const own = Object.keys(definition.variables).length;
  const variables = Object.fromEntries(Array.from({ length: Math.max(0, count - own) }, (_, i) => [`variable${i}`, { text: `value ${i}`, number: i }]));
  return start(compiled, { id: 'bench', organisation: ORGANISATION, starter: actor(person(0)), startEvent: null, data: null, submission: null, variables }, context);
}

function run(begun, commands, times) {
  for (let n = 0; n < times; n += 1) {
    let instance = begun;
    for (const command of commands) instance = step(instance, command).instance;
    if (instance.status !== 'completed') throw new Error(`The order ended as ${instance.status}`);
  }
}

function step(instance, command) {
  const outcome = advance(compiled, instance, command, context);
  if (outcome.kind !== 'advanced') throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** The commands that carry an order to its end: services answer, parts end, people take the first outcome of each task. */
function script({ instance, effects }) {
  const commands = [];
  const waiting = [...effects];
  while (instance.status === 'active') {
    const command = nextCommand(waiting, instance);
    const outcome = step(instance, command);
    commands.push(command);
    instance = outcome.instance;
    waiting.push(...outcome.effects);
  }
  return commands;
}

function nextCommand(waiting, instance) {
  const at = waiting.findIndex(({ type }) => type === 'callService' || type === 'startChildren' || type === 'openTask');
  const [effect] = waiting.splice(at, 1);
  switch (effect?.type) {
    case 'callService': return { type: 'completeServiceTask', activity: effect.activity, result: answers[effect.node] ?? {} };
    case 'startChildren': return { type: 'childrenChanged', activity: effect.activity, completed: effect.items.length, cancelled: 0, results: { done: effect.items.length } };
    case 'openTask': {
      const by = effect.task.performers.find((performer) => performer.startsWith('person:')) ?? person(8);
      const outcome = Object.keys(definition.nodes[effect.node].outcomes)[0];
      return { type: 'completeTask', task: effect.task.id, outcome, by: actor(by), data: answers[effect.node] ?? {}, submission: 'h', remark: false, facts: null };
    }
    default: throw new Error(`The order waits for nothing: ${JSON.stringify(instance.tokens)}`);
  }
}

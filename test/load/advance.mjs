/**
 * `advance` alone, on one core: completions of a user task that writes a form's data, passes a gateway with a condition and opens the
 * next task with a term and a reminder. Run after `npm run build`; prints one row per width.
 *
 *   node test/load/advance.mjs [--json]
 */
import { compileCalendar } from '@reglament/calendar';
import { advance, compile, start } from '@reglament/engine';

const ORGANISATION = '00000000-0000-4000-8000-000000000001';
const TARGETS = [{ variables: 20, target: 40_000 }, { variables: 600, target: 20_000 }];
const SECONDS = 2;

const years = Object.fromEntries([2026, 2027].map((year) => [year, { status: 'approved', basis: 'bench', days: {} }]));
const calendar = compileCalendar({ format: 1, id: 'bench', title: 'Bench', timeZone: 'Europe/Moscow', years });
const context = { now: '2026-11-22T09:00:00.000Z', organisations: new Map([[ORGANISATION, { id: ORGANISATION, calendar, superiors: [] }]]) };
const actor = { person: 'person:00000000-0000-4000-8000-000000000101', right: { kind: 'direct' } };

const work = (to, due) => ({
  type: 'userTask', title: 'Work', performers: [{ type: 'role', role: 'clerk' }], variable: 'order', due, remind: [{ before: { workingDays: 0 } }],
  outcomes: { done: { title: 'Done', to } },
});
const compiled = compile({
  format: 1, key: 'bench', title: 'Bench',
  variables: { order: { type: 'object', title: 'Order' } },
  nodes: {
    begin: { type: 'startEvent', next: 'draft' },
    draft: work('choose', { workingDays: 3 }),
    choose: { type: 'exclusiveGateway', flows: [{ to: 'check', when: { feel: 'order.sum > 100' } }, { to: 'done', default: true }] },
    check: work('draft', { workingDays: 2 }),
    done: { type: 'endEvent' },
  },
});

const rows = TARGETS.map(({ variables, target }) => {
  const value = Math.round(measure(variables));
  return { name: `advance, ${variables} variables`, value, unit: 'advances/s', target, ok: value >= target };
});
if (process.argv.includes('--json')) console.log(JSON.stringify(rows));
else for (const row of rows) console.log(`${row.name}: ${row.value.toLocaleString('en')} ${row.unit} (target ${row.target.toLocaleString('en')}) ${row.ok ? 'ok' : 'MISSED'}`);
if (rows.some(({ ok }) => !ok)) process.exitCode = 1;

/** Each case goes round its loop of two tasks; a snapshot is the one that the completion before gave, as in a long-lived process. */
function measure(count) {
  const variables = Object.fromEntries(Array.from({ length: count - 1 }, (_, i) => [`variable${i}`, { text: `value ${i}`, number: i }]));
  let { instance } = start(compiled, { id: 'bench', organisation: ORGANISATION, starter: actor, startEvent: null, data: null, submission: null, variables }, context);
  const complete = (n) => {
    const task = instance.activities[0].tasks[0].id;
    const command = { type: 'completeTask', task, outcome: 'done', by: actor, data: { sum: 200 + (n % 7), title: 'text' }, submission: null, remark: false, facts: null };
    const outcome = advance(compiled, instance, command, context);
    if (outcome.kind !== 'advanced') throw new Error(JSON.stringify(outcome));
    instance = outcome.instance;
  };
  for (let n = 0; n < 20_000; n++) complete(n);
  // Processor time and not the clock's: what others do on the machine is not what is measured.
  const begun = process.cpuUsage();
  let done = 0;
  let seconds = 0;
  for (; seconds < SECONDS; seconds = processorSeconds(begun)) for (let n = 0; n < 500; n++, done++) complete(n);
  if (instance.variables.order?.title !== 'text' || Object.keys(instance.variables).length !== count) throw new Error('the variables did not survive');
  return done / seconds;
}

function processorSeconds(since) {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

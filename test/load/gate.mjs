/**
 * The publish gate on a process of 60 nodes: stages one after another, each with a decision, a way back, two branches side by side, a timer
 * that interrupts and a sub-process. Run after `npm run build`.
 *
 *   node test/load/gate.mjs [--json]
 */
import { checkModel } from '@reglament/analysis';
import { problemsOf } from '@reglament/engine';

const TARGET = 1_000;
const STAGES = 5;

const task = (outcomes, more = {}) => ({
  type: 'userTask', title: 'Work', performers: [{ type: 'role', role: 'clerk' }], form: 'form', variable: 'order',
  outcomes: Object.fromEntries(Object.entries(outcomes).map(([key, to]) => [key, { title: key, to }])), ...more,
});

const definition = processOf(STAGES);
const problems = problemsOf(definition).filter(({ severity }) => severity === 'error');
if (problems.length > 0) throw new Error(JSON.stringify(problems[0]));
const started = process.cpuUsage();
const verdict = checkModel(definition);
const { user, system } = process.cpuUsage(started);
if (verdict.faults.length > 0 || !verdict.complete) throw new Error(`a sound process was not found sound: ${JSON.stringify(verdict.faults[0]?.story.en)}`);
// Time of the processor: what else the machine does is no matter of the gate.
const value = Math.round((user + system) / 1_000);
const row = { name: `publish gate, ${Object.keys(definition.nodes).length} nodes, ${verdict.states} states`, value, unit: 'ms', target: TARGET, ok: value < TARGET };
console.log(process.argv.includes('--json') ? JSON.stringify([row]) : `${row.name}: ${row.value} ${row.unit} (target ${row.target}) ${row.ok ? 'ok' : 'MISSED'}`);

function processOf(stages) {
  const nodes = { begin: { type: 'startEvent', form: 'form', variable: 'order', next: 'draft0' }, finish: { type: 'endEvent', result: 'done' } };
  for (let i = 0; i < stages; i++) {
    const next = i + 1 < stages ? `draft${i + 1}` : 'finish';
    Object.assign(nodes, {
      [`draft${i}`]: task({ done: `choose${i}`, withdrawn: 'finish' }),
      [`choose${i}`]: { type: 'exclusiveGateway', flows: [{ to: `fork${i}`, when: { feel: `order.sum > ${i}` } }, { to: next, default: true }] },
      [`fork${i}`]: { type: 'parallelGateway', flows: [{ to: `law${i}` }, { to: `money${i}` }] },
      [`law${i}`]: task({ agreed: `join${i}`, changes: `join${i}` }),
      [`money${i}`]: { type: 'subProcess', title: 'Money', next: `merge${i}`, on: [{ type: 'timer', key: 'late', after: { workingDays: 3 }, interrupting: true, to: `merge${i}` }] },
      [`money-start${i}`]: { type: 'startEvent', next: `count${i}`, in: `money${i}` },
      [`count${i}`]: { type: 'serviceTask', title: 'Count', handler: 'count', output: { sum: { variable: 'result.sum' } }, next: `sign${i}`, in: `money${i}` },
      [`sign${i}`]: { ...task({ done: `money-end${i}` }), in: `money${i}` },
      [`money-end${i}`]: { type: 'endEvent', in: `money${i}` },
      [`merge${i}`]: { type: 'exclusiveGateway', flows: [{ to: `join${i}` }] },
      [`join${i}`]: { type: 'parallelGateway', flows: [{ to: `again${i}` }] },
      [`again${i}`]: { type: 'exclusiveGateway', flows: [{ to: `draft${i}`, when: { feel: `outcome.law${i} = "changes"` } }, { to: next, default: true }] },
    });
  }
  return { format: 1, key: 'gate', title: 'Gate', variables: { order: { type: 'object', title: 'Order' } }, nodes };
}

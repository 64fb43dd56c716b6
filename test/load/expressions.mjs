// Evaluations per second of compiled FEEL against feelin, which parses on every call. Not a test: prints figures of this machine.
// Run after `npm run build`: node test/load/expressions.mjs [--json]
import { evaluate } from 'feelin';
import { compileCondition, compileExpression } from '../../libs/expressions/dist/index.js';

const scope = {
  score: 72, status: 'approved', amount: 120_000, urgent: false,
  items: Array.from({ length: 20 }, (_, i) => ({ status: i % 3 === 0 ? 'done' : 'open', amount: i * 100 })),
};
const context = { now: '2026-11-22T09:00:00Z', zone: 'Europe/Moscow' };

const sources = [
  'score >= 60',
  'score >= 60 and status = "approved" and amount < 500000',
  'if urgent then "today" else "week"',
  'count(items[status = "done"]) > 3',
  'sum(items.amount)',
  'date("2026-11-20") < today()',
];

/** Keeps the engine from leaving out work whose result nobody reads. */
let sink;

function perSecond(run) {
  for (let i = 0; i < 200; i++) sink = run();
  let rounds = 0;
  let batch = 100;
  const start = performance.now();
  for (;;) {
    for (let i = 0; i < batch; i++) sink = run(i);
    rounds += batch;
    const elapsed = performance.now() - start;
    if (elapsed > 500) return Math.round((rounds / elapsed) * 1000);
    if (elapsed < 50) batch *= 2;
  }
}

const rows = sources.map((source) => {
  const expression = compileExpression(source);
  if (expression.kind === 'problem') throw new Error(`${source}: ${expression.problems[0].message.en}`);
  const scopes = [scope, { ...scope, score: 40 }];
  const compiled = perSecond((i = 0) => expression.evaluate(scopes[i & 1], context));
  const feelin = perSecond(() => evaluate(source, scope));
  return { name: source, compiled, feelin, ratio: Math.round(compiled / feelin), compilations: perSecond(() => compileExpression(source)) };
});

const condition = compileCondition({ all: [{ variable: 'score', operator: 'greaterOrEqual', value: 60 }, { variable: 'status', operator: 'equals', value: 'approved' }] });
if (condition.kind === 'problem') throw new Error(condition.problems[0].message.en);
rows.push({ name: 'structured: score >= 60 and status = "approved"', compiled: perSecond(() => condition.test(scope, context)) });

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(rows, null, 2));
} else {
  for (const { name, compiled, feelin, ratio, compilations } of rows) {
    const against = feelin === undefined ? '' : ` | feelin ${feelin}/s | ${ratio} × | compile ${compilations}/s`;
    console.log(`${name}: ${compiled}/s${against}`);
  }
}
if (sink === undefined) process.exitCode = 1;

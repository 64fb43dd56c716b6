/*
 * node bpmn-engine.mjs DATABASE_URL CASES CLIENTS
 *
 * Cases of three user tasks with a condition after each on bpmn-engine, whose state is written to PostgreSQL after every step. Generous to the
 * peer: the execution stays in memory and is never read back, nothing but its state is kept, and nobody's rights are asked.
 */
import { Engine } from 'bpmn-engine';
import pg from 'pg';
import { ANSWER, STEPS, TEXT } from './case.mjs';
import { measure } from './statistics.mjs';

const [url, cases, clients] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 20 });
await pool.query('drop table if exists peer_bpmn_engine; create table peer_bpmn_engine (id bigint primary key, version int not null, state jsonb not null)');

const steps = Array.from({ length: STEPS }, (_, step) => step);
const flow = (id, from, to, condition = '') => `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${condition}</sequenceFlow>`;
const agreed = '<conditionExpression xsi:type="tFormalExpression" language="JavaScript"><![CDATA[next(null, this.environment.variables.score >= 50);]]></conditionExpression>';
const source = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="peer" targetNamespace="peer">
  <process id="office" isExecutable="true">
    <startEvent id="start" /><endEvent id="end" />${flow('begin', 'start', 'task0')}
    ${steps.map((step) => `<userTask id="task${step}" /><exclusiveGateway id="judge${step}" default="no${step}" />
    ${flow(`answered${step}`, `task${step}`, `judge${step}`)}${flow(`no${step}`, `judge${step}`, 'end')}
    ${flow(`yes${step}`, `judge${step}`, step === STEPS - 1 ? 'end' : `task${step + 1}`, agreed)}`).join('\n    ')}
  </process>
</definitions>`;

async function begin(id) {
  const engine = new Engine({ name: `case ${id}`, source, variables: { text: TEXT, score: ANSWER.data.score } });
  const execution = await engine.execute();
  await pool.query({ name: 'begin', text: 'insert into peer_bpmn_engine values ($1, 0, $2)', values: [id, JSON.stringify(await engine.getState())] });
  return { id, engine, execution };
}

const begun = [];
// The cases are started before the clock: only completions are measured.
for (let from = 0; from < Number(cases); from += 50) begun.push(...(await Promise.all(Array.from({ length: Math.min(50, Number(cases) - from) }, (_, i) => begin(from + i)))));

const measured = await measure(Number(clients), begun, async ({ id, engine, execution }, timed) => {
  for (const step of steps) {
    await timed(async () => {
      execution.signal({ id: `task${step}`, ...ANSWER.data });
      const { rowCount } = await pool.query({ name: 'save', text: 'update peer_bpmn_engine set version = version + 1, state = $2 where id = $1 and version = $3', values: [id, JSON.stringify(await engine.getState()), step] });
      if (rowCount !== 1) throw new Error(`Case ${id} moved under its step`);
    });
  }
  if (engine.state !== 'idle') throw new Error(`A case ended as ${engine.state}`);
});
console.log(JSON.stringify(measured));
await pool.end();

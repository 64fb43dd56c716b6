/*
 * node dbos.mjs DATABASE_URL CASES CLIENTS
 *
 * Cases of three human steps on DBOS Transact: a workflow that waits for a message at each step, a client that sends it. Generous to the peer:
 * no form, no rights, no history of ours, and a client does not wait until the next step is there; it waits for the end of the case alone.
 */
import { DBOS } from '@dbos-inc/dbos-sdk';
import { ANSWER, STEPS, TEXT } from './case.mjs';
import { measure } from './statistics.mjs';

const [url, cases, clients] = process.argv.slice(2);
const officeCase = DBOS.registerWorkflow(
  async ({ text }) => {
    let answers = text.length;
    for (let step = 0; step < STEPS; step += 1) {
      const answer = await DBOS.recv(`step-${step}`, 3600);
      if (answer === null || answer.data.score < 50) return -1;
      answers += 1;
    }
    return answers;
  },
  { name: 'officeCase' },
);

DBOS.setConfig({ name: 'peer', applicationVersion: '1', systemDatabaseUrl: url, systemDatabasePoolSize: 20, logLevel: 'error', runAdminServer: false });
await DBOS.launch();
// The cases are started before the clock: only completions are measured.
const handles = [];
for (let from = 0; from < Number(cases); from += 100) {
  handles.push(...(await Promise.all(Array.from({ length: Math.min(100, Number(cases) - from) }, () => DBOS.startWorkflow(officeCase)({ text: TEXT })))));
}
const measured = await measure(Number(clients), handles, async (handle, timed) => {
  for (let step = 0; step < STEPS; step += 1) {
    await timed(async () => {
      await DBOS.send(handle.workflowID, ANSWER, `step-${step}`);
      if (step < STEPS - 1) return;
      const result = await handle.getResult();
      if (result !== TEXT.length + STEPS) throw new Error(`A case ended with ${result}`);
    });
  }
});
console.log(JSON.stringify(measured));
await DBOS.shutdown();
process.exit(0);

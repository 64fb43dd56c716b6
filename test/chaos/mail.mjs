/*
 * node test/chaos/mail.mjs [--mails 60] [--kills 6]: the worker process is killed with SIGKILL while it sends mails to a slow SMTP server.
 * In the end every mail must have arrived and be marked as sent; one that arrived twice must have the Message-ID of the first time, and be
 * one of those that were on their way at a kill. Leases are ended by hand after each kill, as if their five minutes had passed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { buildServer } from '../../tools/build/build-server.mjs';
import { runMain } from '../../tools/lib/main.mjs';
import { inRepository } from '../../tools/lib/paths.mjs';
import { startTestPostgres } from '../../tools/postgres/test-server.mjs';
import { ensureDatabase } from '../../tools/start/database.mjs';
import { keptProcess } from './kept-process.mjs';

const AT_A_TIME = 5;
const ANSWER_MS = 60;

/** A server that takes its time before it answers; `arrived`: the Message-ID of every text that it has got. */
async function slowServer() {
  const arrived = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (part) => { text += part; });
      stream.on('end', () => {
        arrived.push(/^Message-ID: (.*)$/im.exec(text)?.[1]?.trim());
        setTimeout(() => done(null, 'queued'), ANSWER_MS);
      });
    },
  });
  server.on('error', () => undefined); // connections of a process that was killed
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { arrived, url: `smtp://127.0.0.1:${server.server.address().port}`, close: () => new Promise((resolve) => { server.close(resolve); }) };
}

/** Somebody with an address, and as many notifications that are to be mailed. */
async function notifications(owner, count) {
  await owner.query(`insert into organisations (id, path, short_name, full_name, kind, time_zone, calendar) values ('00000000-0000-4000-8000-000000000001', '1', 'Office', 'Office', 'office', 'UTC', 'none')`);
  await owner.query(`insert into people (id, organisation, path, full_name, email) select '00000000-0000-4000-8000-000000000002', id, path, 'Somebody', 'somebody@office.test' from organisations`);
  await owner.query(`insert into notifications (organisation, path, recipients, kind, at, mail_due)
    select o.id, o.path, array['person:00000000-0000-4000-8000-000000000002'], 'reminder', now(), true from organisations o, generate_series(1, $1)`, [count]);
}

await runMain(async () => {
  const { values } = parseArgs({ options: { mails: { type: 'string', default: '60' }, kills: { type: 'string', default: '6' } } });
  const [mails, kills] = [Number(values.mails), Number(values.kills)];
  await buildServer();
  const { prepareDatabase } = await import('@reglament/store');
  const { prepareQueue } = await import('@reglament/runtime');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'reglament-mail-'));
  const postgres = await startTestPostgres();
  const smtp = await slowServer();
  await ensureDatabase(postgres.server, 'mail');
  const url = postgres.url('mail');
  await prepareDatabase(url);
  await prepareQueue(url);
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const sent = async () => (await owner.query(`select count(*)::int as n from mails where state = 'sent'`)).rows[0].n;
  await notifications(owner, mails);
  const env = { ...process.env, DATABASE_URL: url, SMTP_URL: smtp.url, MAIL_FROM: 'panel@office.test', REGLAMENT_URL: 'http://panel.test' };
  const worker = keptProcess({ program: inRepository('apps/worker/dist/main.js'), env, logFile: path.join(folder, 'worker.log') });
  await worker.ready;
  for (let kill = 1; kill <= kills; kill += 1) {
    const enough = smtp.arrived.length + Math.floor(mails / (kills * 2));
    while (smtp.arrived.length < enough) await wait(5);
    worker.kill();
    await wait(50);
    await owner.query(`update mails set lease_until = now() where state = 'waiting' and lease_until is not null`);
  }
  for (let left = 600; left > 0 && (await sent()) < mails; left -= 1) await wait(100);
  const counts = new Map();
  for (const id of smtp.arrived) counts.set(id, (counts.get(id) ?? 0) + 1);
  const twice = [...counts.values()].filter((count) => count > 1).length;
  const rows = (await owner.query('select count(*)::int as mails, count(distinct message_id)::int as ids from mails')).rows[0];
  const report = { mails, kills, arrived: counts.size, twice, sent: await sent(), rows: rows.mails };
  report.clean = report.arrived === mails && report.sent === mails && rows.mails === mails && rows.ids === mails && twice <= kills * AT_A_TIME;
  console.log(JSON.stringify(report));
  await worker.stop();
  await owner.end();
  await smtp.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(report.clean ? 0 : 1);
});

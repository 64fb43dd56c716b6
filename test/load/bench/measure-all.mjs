import { verifyBase } from '../../../libs/runtime/dist/index.js';
import { advancesPerSecond } from './advance.mjs';
import { makeBase } from './base.mjs';
import { runInProcess } from './in-process.mjs';
import { runLimit } from './limit.mjs';
import { runOverHttp } from './over-http.mjs';
import { row } from './rows.mjs';
import { measureSecondStart } from './second-start.mjs';
import { startServer } from './server.mjs';
import { median } from './statistics.mjs';
import { worklistKilobytes } from './worklist-size.mjs';

/** The bars of this stage; architecture §7 has those of the finished product. */
const BARS = { inProcess: 0.4, overHttp: 0.15, advance: { 20: 40_000, 600: 20_000 }, secondStart: 5, idle: 250, worklist: 350 };

/** Rows about completions need the database; the others stand alone. */
const GROUPS = ['advance', 'in-process', 'http', 'start', 'panel'];

/**
 * @param {ReturnType<typeof import('./options.mjs').readOptions>} options
 * @param {import('../../../tools/start/undo-stack.mjs').UndoStack} undo
 */
export async function measureAll(options, undo) {
  const wanted = new Set(options.only ?? GROUPS);
  const rows = [];
  const told = (added) => {
    rows.push(...added);
    for (const { name, value, unit } of added) console.log(`  ${name}: ${value.toLocaleString('en')} ${unit}`);
  };
  if (wanted.has('advance')) told(advanceRows(options));
  if (wanted.has('panel')) told([row('worklist: first load', worklistKilobytes(), 'KB brotli', { atMost: BARS.worklist })]);
  const server = await startServer(undo);
  let clean = null;
  if (wanted.has('in-process') || wanted.has('http')) {
    const base = await makeBase(server, undo);
    if (wanted.has('in-process')) for (const clients of [1, 32, 128]) told(await inProcessRows(base, server, options, clients));
    if (wanted.has('http')) told(await httpRows(base, server, options, undo));
    clean = (await verifyBase(base.store)).clean;
  }
  if (wanted.has('start')) told(await startRows(server, options));
  return { rows, clean, settings: server.settings };
}

function advanceRows({ advanceSeconds }) {
  return [20, 600].map((variables) => row(`advance on order issuance, ${variables} variables`, advancesPerSecond({ variables, seconds: advanceSeconds }), 'advances/s', { atLeast: BARS.advance[variables] }));
}

/** Limit and product take turns, so that what else the machine does meets both. */
async function inProcessRows(base, { url }, { limitProgram, cases, loneCases, repeats }, clients) {
  const count = clients === 1 ? loneCases : cases;
  const [limits, ours] = [[], []];
  for (let n = 0; n < repeats; n += 1) {
    limits.push(await runLimit({ program: limitProgram, url, cases: count, clients }));
    ours.push(await runInProcess(base, { cases: count, clients }));
  }
  const [limit, own] = [median(limits), median(ours)];
  const name = `completions in-process, ${clients} ${clients === 1 ? 'client' : 'clients'}`;
  return [
    row(`limit, ${clients} ${clients === 1 ? 'client' : 'clients'}`, limit.perSecond, 'completions/s'),
    row(name, own.perSecond, 'completions/s', { ratio: own.perSecond / limit.perSecond, ...(clients > 1 && { atLeast: BARS.inProcess }) }),
    row(`${name}: p50`, own.p50, 'ms', { ratio: own.p50 / limit.p50 }),
    row(`${name}: p99`, own.p99, 'ms', { ratio: own.p99 / limit.p99 }),
  ];
}

async function httpRows(base, server, { limitProgram, cases, repeats }, undo) {
  const clients = 32;
  const [limits, ours] = [[], []];
  for (let n = 0; n < repeats; n += 1) {
    limits.push(await runLimit({ program: limitProgram, url: server.url, cases, clients }));
    ours.push(await runOverHttp(base, server, { cases, clients, undo }));
  }
  const [limit, own] = [median(limits), median(ours)];
  const name = `completions over HTTP, ${clients} clients`;
  return [
    row(name, own.perSecond, 'completions/s', { ratio: own.perSecond / limit.perSecond, atLeast: BARS.overHttp }),
    row(`${name}: p50`, own.p50, 'ms', { ratio: own.p50 / limit.p50 }),
    row(`${name}: p99`, own.p99, 'ms', { ratio: own.p99 / limit.p99 }),
  ];
}

async function startRows(server, { settleSeconds }) {
  const { firstSeconds, seconds, idleMegabytes } = await measureSecondStart({ folder: server.folder, settleSeconds });
  return [
    row('npm start, first (built), to the first served page', firstSeconds, 's'),
    row('npm start, second, to the first served page', seconds, 's', { atMost: BARS.secondStart }),
    row('idle memory without PostgreSQL (PSS of all processes)', idleMegabytes, 'MB', { atMost: BARS.idle }),
  ];
}

import { verifyBase } from '../../../libs/runtime/dist/index.js';
import { advancesPerSecond } from './advance.mjs';
import { makeBase } from './base.mjs';
import { besideFinished } from './finished.mjs';
import { runInProcess } from './in-process.mjs';
import { runLimit } from './limit.mjs';
import { runOverHttp } from './over-http.mjs';
import { row } from './rows.mjs';
import { measureSecondStart } from './second-start.mjs';
import { startServer } from './server.mjs';
import { median } from './statistics.mjs';
import { fireAtOnce } from './timers.mjs';
import { runWide } from './wide.mjs';
import { worklistKilobytes } from './worklist-size.mjs';

/** The bars of this stage; architecture §7 has those of the finished product. */
const BARS = { inProcess: 0.4, overHttp: 0.15, advance: { 20: 40_000, 600: 20_000 }, wide: 0.8, timers: 60, finished: 1.2, secondStart: 5, idle: 250, worklist: 350 };

/** Rows about cases need the database; the others stand alone. */
const GROUPS = ['advance', 'in-process', 'http', 'wide', 'timers', 'finished', 'start', 'panel'];

/**
 * @param {ReturnType<typeof import('./options.mjs').readOptions>} options
 * @param {import('../../../tools/start/undo-stack.mjs').UndoStack} undo
 */
export async function measureAll(options, undo) {
  const wanted = new Set(options.only ?? GROUPS);
  /** @type {import('./rows.mjs').Row[]} */
  const rows = [];
  const told = (added) => {
    rows.push(...added);
    for (const { name, value, unit } of added) console.log(`  ${name}: ${value.toLocaleString('en')} ${unit}`);
  };
  if (wanted.has('advance')) told(advanceRows(options));
  if (wanted.has('panel')) told([row('worklist: first load', worklistKilobytes(), 'KB brotli', { atMost: BARS.worklist })]);
  const server = await startServer(undo);
  let clean = null;
  if (['in-process', 'http', 'wide', 'timers'].some((group) => wanted.has(group))) {
    const base = await makeBase(server, undo);
    if (wanted.has('in-process')) for (const clients of [1, 32, 128]) told(await inProcessRows(base, server, options, clients));
    if (wanted.has('http')) told(await httpRows(base, server, options, { undo, inProcess: rows.find(({ name }) => name === processorRow(inProcessName(32)))?.value ?? null }));
    if (wanted.has('wide')) told(await wideRows(base, options));
    // Last of them: it moves the business clock on.
    if (wanted.has('timers')) told(await timerRows(base, options));
    clean = (await verifyBase(base.store)).clean;
  }
  if (wanted.has('finished')) told(await finishedRows(server, options, undo));
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
  const name = inProcessName(clients);
  return [
    row(`limit, ${clients} ${clients === 1 ? 'client' : 'clients'}`, limit.perSecond, 'completions/s'),
    row(name, own.perSecond, 'completions/s', { ratio: own.perSecond / limit.perSecond, ...(clients > 1 && { atLeast: BARS.inProcess }) }),
    row(`${name}: p50`, own.p50, 'ms', { ratio: own.p50 / limit.p50 }),
    row(`${name}: p99`, own.p99, 'ms', { ratio: own.p99 / limit.p99 }),
    ...processorRows(name, own.processorMs, null),
  ];
}

const inProcessName = (clients) => `completions in-process, ${clients} ${clients === 1 ? 'client' : 'clients'}`;
const processorRow = (name) => `${name}: processor time of each`;

/** What a completion costs the product's own process, whatever the machine does beside. */
function processorRows(name, processorMs, inProcess) {
  if (processorMs === null) return [];
  return [row(processorRow(name), processorMs, 'ms', inProcess === null ? {} : { ratio: processorMs / inProcess, beside: 'in-process' })];
}

/** @param {number | null} inProcess processor time of a completion without HTTP, where it was measured in the same run */
async function httpRows(base, server, { limitProgram, cases, repeats }, { undo, inProcess }) {
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
    ...processorRows(name, own.processorMs, inProcess),
  ];
}

async function wideRows(base, { repeats }) {
  const [children, lone] = [[], []];
  let parentSeconds = 0;
  for (let n = 0; n < repeats; n += 1) {
    const run = await runWide(base, { clients: 32 });
    children.push(run.children);
    lone.push(run.lone);
    parentSeconds = Math.max(parentSeconds, run.parentSeconds);
  }
  const [own, other] = [median(children), median(lone)];
  return [
    row('5,000 cases of their own completing', other.perSecond, 'completions/s'),
    row('5,000 children of one case completing', own.perSecond, 'completions/s', { ratio: own.perSecond / other.perSecond, beside: 'independent', atLeast: BARS.wide }),
    row('their parent has moved on after the last answer (longest)', parentSeconds, 's'),
  ];
}

async function timerRows(base, { timers }) {
  const { seconds, fired, distinct } = await fireAtOnce(base, timers);
  const counted = timers.toLocaleString('en');
  return [
    row(`${counted} timers of one minute, all fired`, seconds, 's', { atMost: BARS.timers }),
    row(`${counted} timers: not fired, or fired twice`, timers - distinct + (fired - distinct), 'timers', { atMost: 0 }),
  ];
}

async function finishedRows(server, { cases, finished }, undo) {
  const { empty, full } = await besideFinished(server, undo, { count: finished, cases });
  const counted = finished.toLocaleString('en');
  const bar = { beside: 'empty', atMost: BARS.finished };
  return [
    row('completions in-process, 32 clients, no finished case: p95', empty.completions.p95, 'ms'),
    row(`completions in-process, 32 clients, ${counted} finished cases: p95`, full.completions.p95, 'ms', { ratio: full.completions.p95 / empty.completions.p95, ...bar }),
    row('worklist, no finished case: p95', empty.worklist.p95, 'ms'),
    row(`worklist, ${counted} finished cases: p95`, full.worklist.p95, 'ms', { ratio: full.worklist.p95 / empty.worklist.p95, ...bar }),
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

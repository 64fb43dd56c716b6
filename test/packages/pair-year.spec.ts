import PizZip from 'pizzip';
import type { RegistryFigureView } from '@reglament/contracts';
import { granted } from '../replay/office.js';
import { openPairOffice, type Login, type PairOffice } from './pair-office.js';

// A real database, a year of business time and seven documents.
jest.setTimeout(600_000);

const REVIEW = 'Работа в паре помогла увидеть методический день целиком: от замысла и программы до разбора результатов с коллегами.';
const SEASON = '2026/2027';

let pairs: PairOffice;
// The Monday before the season, 10:00.
beforeAll(async () => { pairs = await openPairOffice(Date.parse('2026-08-31T03:00:00Z')); }, 180_000);
// Throws unless the database keeps every promise and every case replays to its snapshot.
afterAll(() => pairs.close());

const rows = <Row extends object>(text: string, ...values: unknown[]): Promise<readonly Row[]> => pairs.office.database.store.query<Row>({ text }, values);
const state = async (pair: string) => (await pairs.snapshot(pair)).state;
const row = async (pair: string) => (await pairs.records('pairs', 'case', pair))[0];

interface Cast { readonly pair: string; readonly people: Pick<PairOffice['who'], 'trainee' | 'mentor'> }
/** Those of that pair are `trainee` and `mentor` now. */
const play = ({ pair, people }: Cast): string => { Object.assign(pairs.who, people); return pair; };

async function applied(topic: string): Promise<Cast> {
  pairs.newCast();
  const pair = await pairs.apply({ topic, periodFrom: '2026-10-20', periodTo: '2027-05-15' });
  await pairs.done('specialist', pair, 'choose', 'chosen', { mentor: pairs.who.mentor.person, reason: 'Совпадает тема', commonOrder: true });
  return { pair, people: { trainee: pairs.who.trainee, mentor: pairs.who.mentor } };
}

async function issued(pair: string, document: 'certificate' | 'reference'): Promise<void> {
  await pairs.done('head', pair, `${document}-sign`, 'signed');
  await pairs.done('clerk', pair, `${document}-register`, 'registered');
}

async function textOf(document: unknown, reader: Login): Promise<string> {
  const file = granted(await pairs.office.runtime.readDocumentFile(pairs.who[reader], { document: (document as { id: string }).id, format: 'docx' }));
  const xml = new PizZip(file.bytes).file('word/document.xml')!.asText();
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((run) => run[1]).join('\n').replaceAll('\u00a0', ' ');
}

/** One part of the year: a fault says in which it was found. */
async function chapter(title: string, happens: () => Promise<void>): Promise<void> {
  try {
    await happens();
  } catch (fault) {
    if (fault instanceof Error) fault.message = `${title}\n${fault.message}`;
    throw fault;
  }
}

it('a season runs from 1 September to 31 August: pairs start, stop, freeze and end in their time, every timer fires once, and the counters agree with history', async () => {
  let season: string;
  let whole: Cast;
  let frozen: Cast;
  let idle: Cast;
  let late: Cast;
  let dropped: Cast;

  await chapter('1 September: the season opens by itself, and waits for its documents', async () => {
    await pairs.to('2026-09-02');
    const begun = await rows<{ id: string }>(`select id from process_instances where definition_key = 'workshop-season'`);
    expect(begun).toHaveLength(1);
    season = begun[0]!.id;
    await pairs.done('methodist', season, 'documents', 'confirmed', { regulation: true, guidelines: true, algorithms: true, note: 'Тест обновляется' });
    await pairs.done('specialist', season, 'missing', 'prepared');
    await pairs.done('methodist', season, 'documents', 'confirmed', { test: true, note: 'Все документы в папке мастерской' });
    expect(await state(season)).toBe('running');
  });

  await chapter('autumn: five apply, one is cancelled, four are approved by one order and begin their plans', async () => {
    await pairs.to('2026-10-01');
    [whole, frozen, idle, late, dropped] = [await applied('Методический день школы'), await applied('Открытый урок'), await applied('Читательская грамотность'), await applied('Работа с родителями'), await applied('Банк заданий')] as const;
    granted(await pairs.act('specialist', play(dropped), 'cancel', undefined, 'Практикант уволился'));
    for (const cast of [whole, frozen, idle, late]) {
      await pairs.consented(play(cast));
      await pairs.done('head', cast.pair, 'approval', 'approved');
    }
    await pairs.to('2026-10-15');
    await pairs.signed(granted(await pairs.tryStart('specialist', 'pairs-order', { season: SEASON })).instance);
    for (const cast of [whole, frozen, idle, late]) await pairs.planned(play(cast));
    expect(await Promise.all([whole, frozen, idle, late, dropped].map(({ pair }) => state(pair)))).toEqual(['approved', 'approved', 'approved', 'approved', 'cancelled']);
  });

  await chapter('November: two meet, two are not started after 20 working days, and the head decides on both after 30', async () => {
    await pairs.to('2026-10-26');
    for (const cast of [whole, frozen]) await pairs.meeting(play(cast));
    await pairs.to('2026-11-20');
    for (const cast of [whole, frozen]) await pairs.meeting(play(cast));
    expect(await Promise.all([whole, frozen, idle, late].map(({ pair }) => state(pair)))).toEqual(['active', 'active', 'not-started', 'not-started']);
    await pairs.to('2026-12-01');
    await pairs.done('head', idle.pair, 'startdecision', 'decided', { decision: 'close', comment: 'Встреч не было и не предвидится' });
    await pairs.done('head', late.pair, 'startdecision', 'decided', { decision: 'extend', newStart: '2026-12-18', comment: 'Мастер болел, встреча назначена' });
    await pairs.to('2026-12-15');
    for (const cast of [late, whole]) await pairs.meeting(play(cast));
    expect(await row(late.pair)).toMatchObject({ state: 'active', approvedOn: '2026-10-15', firstMeeting: '2026-12-15', daysToFirstMeeting: 61 });
    expect(await row(idle.pair)).toMatchObject({ state: 'never-started', open: false });
  });

  await chapter('New Year: a suspended pair\'s terms stand still, and its term of 2027 is said to be preliminary', async () => {
    await pairs.to('2026-12-21');
    granted(await pairs.act('mentor', play(frozen), 'suspension', { reasonCode: 'overload', effectiveDate: pairs.today(), resumeDate: '2027-01-18' }));
    const { items } = granted(await pairs.office.runtime.listTasks(pairs.who.mentor, { scope: 'mine' }, {}));
    expect(items.filter(({ node }) => node === 'resumption')).toEqual([expect.objectContaining({ duePreliminary: true })]);
    const frozenTimers = async () => (await rows<{ n: number }>(`select count(*)::int as n from history where instance = $1 and kind = 'timerFired' and node = 'practice'`, frozen.pair))[0]!.n;
    const before = await frozenTimers();
    await pairs.to('2027-01-17');
    expect([await state(frozen.pair), await frozenTimers() - before]).toEqual(['suspended', 0]);
    expect(await rows(`select 1 from tasks where node = 'checkpoint'`)).toEqual([]);
    await pairs.to('2027-01-19');
    await pairs.done('mentor', play(frozen), 'resumption', 'resumed');
    expect(await state(frozen.pair)).toBe('active');
  });

  await chapter('spring: one pair finishes early with both documents, one stagnates, and the plans end on 15 May', async () => {
    await pairs.to('2027-01-25');
    expect(await pairs.open(late.pair)).toEqual(['stagnation']);
    await pairs.done('methodist', late.pair, 'stagnation', 'settled', undefined, 'Встреча назначена');
    for (const cast of [late, frozen]) await pairs.meeting(play(cast));
    await pairs.evaluated(play(whole), { productName: 'Сценарий методического дня' });
    for (const who of ['mentor', 'trainee'] as const) {
      await pairs.done(who, whole.pair, `${who}review`, 'sent', { text: `${REVIEW} ${who}`, useful: 5, publishConsent: true });
      await pairs.done('specialist', whole.pair, `${who}moderation`, 'published');
    }
    for (const document of ['certificate', 'reference'] as const) await issued(whole.pair, document);
    for (const day of ['2027-02-20', '2027-03-20', '2027-04-15', '2027-05-11']) {
      await pairs.to(day);
      for (const cast of [late, frozen]) await pairs.meeting(play(cast));
    }
    await pairs.to('2027-05-18');
    expect([await row(late.pair), await row(frozen.pair)]).toMatchObject([{ state: 'product' }, { state: 'product' }]);
    const low = { productName: 'Черновик', productUrl: 'https://example.org/draft', evaluation: 'not-achieved', score: 2, comment: 'Сценарий остался черновиком: не описаны роли участников и нет разбора итогов.' };
    await pairs.done('mentor', play(late), 'product', 'evaluated', low);
    await pairs.done('methodist', late.pair, 'extension', 'closed', undefined, 'Продлевать некуда: сезон кончается');
    await pairs.done('mentor', play(frozen), 'product', 'evaluated', { productName: 'Открытый урок', productUrl: 'https://example.org/lesson', evaluation: 'achieved', score: 5 });
    await pairs.done('mentor', frozen.pair, 'mentorreview', 'sent', { text: `${REVIEW} frozen`, useful: 4, publishConsent: true });
    await pairs.done('specialist', frozen.pair, 'mentormoderation', 'published');
  });

  await chapter('June: reviews that never came are passed over, the Book is compiled, and the note counts by itself', async () => {
    await pairs.to('2027-06-03');
    for (const document of ['certificate', 'reference'] as const) await issued(frozen.pair, document);
    await issued(late.pair, 'certificate');
    await pairs.until(async () => (await state(late.pair)) === 'completed' && (await state(frozen.pair)) === 'completed');
    await pairs.to('2027-06-08');
    await pairs.done('methodist', season, 'note', 'written', { good: 'Три пары довели практику до продукта', bad: 'Одна пара не начала работу вовсе', todo: 'Назначать первую встречу в день приказа' });
    await pairs.done('methodist', season, 'note-sign', 'signed');
    await pairs.until(async () => (await pairs.snapshot(season)).status === 'completed' || (await rows(`select 1 from timers where instance = $1 and at::date = '2027-08-25'`, season)).length > 0);
    const [book] = await rows<{ id: string }>(`select id from process_instances where definition_key = 'reviews-book'`);
    const pages = await textOf((await pairs.snapshot(book!.id)).variables['document'], 'methodist');
    // On 25 May the trainee's review was still awaited.
    expect(pages).toContain('Отзывов: 3.');
    expect(await textOf((await pairs.snapshot(season)).variables['note'], 'methodist')).toContain('Сформировано пар: 4. Начали практику: 3 из 4 (75 %).');
  });

  await chapter('31 August: the decision to go on closes the season', async () => {
    await pairs.to('2027-08-26');
    await pairs.done('head', season, 'continuation', 'decided', { decision: 'continue', grounds: 'Три пары из четырёх дошли до продукта' });
    await pairs.to('2027-08-31');
    expect(await pairs.snapshot(season)).toMatchObject({ status: 'completed', result: 'over' });
    expect(await rows(`select 1 from process_instances where definition_key in ('pair-lifecycle', 'workshop-season') and status = 'active'`)).toEqual([]);
    expect(await rows(`select 1 from incidents where status = 'open'`)).toEqual([]);
  });

  await chapter('every timer fired once and on its day, and the season counted every day', async () => {
    const fired = await rows<{ instance: string; timer: string; n: number; late: number }>(`
      select f.instance, f.data ->> 'timer' as timer, count(*)::int as n,
        max(extract(epoch from f.at - (select max((s.data ->> 'at')::timestamptz) from history s where s.instance = f.instance and s.kind = 'timerSet' and s.data ->> 'timer' = f.data ->> 'timer' and s.seq < f.seq)) / 3600)::float8 as late
      from history f where f.kind = 'timerFired' group by 1, 2`);
    expect(fired.length).toBeGreaterThan(400);
    expect(fired.filter(({ n, late: hours }) => n !== 1 || !(hours >= 0 && hours < 24))).toEqual([]);
    const [counted] = await rows<{ n: number }>(`select count(*)::int as n from history where instance = $1 and kind = 'timerFired' and node = 'recount'`, season);
    // Every evening from 3 September, the day after it was opened, to 25 August, the day before it was closed.
    expect(counted?.n).toBe(357);
  });

  await chapter('the counters are what history and the answers say, each counted for itself', async () => {
    const { figures } = granted(await pairs.office.runtime.viewFigures(pairs.who.methodist, { registry: 'pairs', fields: { season: SEASON } }, {}));
    const dashboard = Object.fromEntries(figures.map((figure) => [figure.key, figure])) as Readonly<Record<string, RegistryFigureView>>;
    const met = await rows<{ instance: string; first: string; n: number; minutes: number }>(`
      select s.instance, min(s.data ->> 'date') as first, count(*)::int as n, sum((s.data ->> 'minutes')::int)::int as minutes from history h join submissions s on s.instance = h.instance and s.task = h.task
      where h.kind = 'taskCompleted' and h.node = 'meeting' and h.data ->> 'outcome' = 'recorded' group by 1`);
    const [cases] = await rows<{ all: number; completed: number; cancelled: number }>(`
      select count(distinct instance)::int as all, count(distinct instance) filter (where node = 'completed-end')::int as completed, count(distinct instance) filter (where node = 'cancelled-end')::int as cancelled
      from history where instance in (select id from process_instances where definition_key = 'pair-lifecycle')`);
    expect(cases).toEqual({ all: 5, completed: 3, cancelled: 1 });
    const of = cases!.all - cases!.cancelled;
    expect(dashboard['started']).toMatchObject({ count: met.length, of, percent: 75 });
    expect(dashboard['completed']).toMatchObject({ count: cases!.completed, of, percent: 75 });
    expect(dashboard['hours']).toMatchObject({ value: met.reduce((sum, { minutes }) => sum + minutes, 0) / 60, of: met.length });
    const days = met.map(({ first }) => (Date.parse(first) - Date.parse('2026-10-15')) / 86_400_000);
    expect(dashboard['days-to-first-meeting']).toMatchObject({ value: days.reduce((sum, each) => sum + each, 0) / days.length, of: days.length });
    expect(dashboard['by-state']).toMatchObject({ of: 5, groups: [{ value: 'completed', count: 3 }, { value: 'never-started', count: 1 }, { value: 'cancelled', count: 1 }] });
    for (const { instance, n } of met) expect(await row(instance)).toMatchObject({ meetings: n });
    expect((await pairs.snapshot(season)).variables['figures']).toMatchObject({ total: of, started: met.length, completed: 3, terminated: 1 });
    expect(await rows(`select 1 from documents where kind = 'pair-certificate' and number is not null`)).toHaveLength(3);
    expect(await rows(`select 1 from documents where kind = 'pair-reference' and number is not null`)).toHaveLength(2);
  });
});

import { randomUUID } from 'node:crypto';
import { addWorkingDays } from '@reglament/calendar';
import type { CompletedTask } from '@reglament/contracts';
import type { Answer, Caller } from '@reglament/runtime';
import { loadInstance, nextTimerAt, type TaskListRow } from '@reglament/store';
import { granted, openOffice, type Office } from '../replay/office.js';

type Data = Readonly<Record<string, unknown>>;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const PATIENCE_MS = 15_000;
/** Krasnoyarsk is seven hours ahead of UTC. */
const ZONE = 7 * 60 * MINUTE;
/** Thursday, 10:00 in the town of the demo base. */
const THURSDAY = Date.parse('2026-11-26T03:00:00Z');

const people = ['trainee1', 'mentor1', 'mentor2', 'methodist', 'specialist', 'head', 'lawyer', 'clerk'] as const;
/** `trainee` and `mentor`: those of the pair that is played now; the others by their logins. */
export type Login = (typeof people)[number] | 'trainee' | 'mentor';

export interface PairOffice {
  readonly office: Office;
  readonly who: Readonly<Record<Login, Caller>>;
  /** Puts two people who have no pair yet into `trainee` and `mentor`. */
  newCast(): void;
  /** Moves the clock on by calendar days, step by step as days pass, and carries out what falls due. */
  days(n: number): Promise<void>;
  /** Moves the clock to 10:00 of the n-th working day: a term of n working days is over a day later. */
  workingDays(n: number): Promise<void>;
  /** Moves the clock to 10:00 of that date, evening by evening: what falls due on a day falls due on it, whatever else does. */
  to(date: string): Promise<void>;
  today(plus?: number): string;
  mentorCard(login: Login, more?: Data): Data;
  /** A trainee's application as it is filled in; what is given stands over it. */
  application(more?: Data): Data;
  tryStart(by: Login, definition: string, data: Data): Promise<Answer<{ readonly instance: string }>>;
  /** Starts a pair by the trainee. */
  apply(more?: Data): Promise<string>;
  snapshot(pair: string): Promise<NonNullable<Awaited<ReturnType<typeof loadInstance>>>['snapshot']>;
  open(pair: string): Promise<readonly string[]>;
  task(pair: string, node: string): Promise<TaskListRow>;
  /** Asks again while services are at work: making a file takes seconds. */
  until<Wanted>(wanted: () => Promise<Wanted>): Promise<Wanted>;
  try(by: Login, pair: string, node: string, outcome: string, data?: Data, remark?: string): Promise<Answer<CompletedTask>>;
  /** Completes a task with what its form was filled with and what is given over it. */
  done(by: Login, pair: string, node: string, outcome: string, data?: Data, remark?: string): Promise<void>;
  /** Does what the case's page offers. */
  act(by: Login, pair: string, action: string, data?: Data, remark?: string): Promise<Answer<unknown>>;
  /** Rows of a registry whose field has the value. */
  records(registry: string, field: string, value: string): Promise<readonly Data[]>;
  /** What somebody was told, newest first. */
  told(by: Login): Promise<readonly string[]>;
  /** What the methodist is shown, best first, and whom. */
  proposals(pair: string): Promise<readonly Data[]>;
  proposed(pair: string): Promise<readonly unknown[]>;
  chosen(pair: string, mentor?: Login): Promise<void>;
  consented(pair: string, mentor?: Login): Promise<void>;
  /** Goes from the approval through a registered order. */
  ordered(pair: string): Promise<void>;
  /** Draft, visa, signature and number of the order that the pair has called. */
  signed(pair: string): Promise<void>;
  planned(pair: string): Promise<void>;
  /** A pair whose practice has begun, without meetings. */
  practising(more?: Data): Promise<string>;
  meeting(pair: string, more?: Data): Promise<void>;
  evaluated(pair: string, more?: Data): Promise<void>;
  close(): Promise<void>;
}

/** A practice ends within its school year. */
function lastDay(from: string, wished: string): string {
  const [year, month] = from.split('-').map(Number) as [number, number];
  const end = `${month >= 9 ? year + 1 : year}-08-31`;
  return wished < end ? wished : end;
}

/** `from`: the moment at which it opens. */
export async function openPairOffice(from = THURSDAY): Promise<PairOffice> {
  const began = Date.now();
  let ahead = 0;
  const now = () => from + ahead + Date.now() - began;
  const office = await openOffice(undefined, now);
  const { store } = office.database;
  const who = Object.fromEntries(await Promise.all(people.map(async (login) => [login, await office.person(login)]))) as Record<Login, Caller>;
  Object.assign(who, { trainee: who.trainee1, mentor: who.mentor1 });
  const holders = async (role: string): Promise<Caller[]> => (await store.query<{ person: string }>({ text: `select distinct person from role_assignments where role = $1 order by person` }, [role]))
    .map(({ person }) => ({ ...who.trainee1, person: `person:${person}` })).filter(({ person }) => Object.values(who).every((known) => known.person !== person));
  const waiting = { trainee: await holders('trainee'), mentor: await holders('mentor') };
  const [department] = await store.query<{ id: string }>({ text: 'select id from organisations where parent is null' });
  const [school] = await store.query<{ id: string }>({ text: 'select id from organisations where short_name = $1' }, ['Школа № 1']);
  const [other] = await store.query<{ id: string }>({ text: 'select id from organisations where short_name = $1' }, ['Школа № 2']);
  const today = (plus = 0): string => new Date(now() + ZONE + plus * DAY).toISOString().slice(0, 10);
  const start = async (by: Login, definition: string, data: Data): Promise<string> => {
    const answer = await self.tryStart(by, definition, data);
    return granted(answer).instance;
  };

  const known: { readonly id: string }[] = [];

  const self: PairOffice = {
    office, who, today,
    newCast() {
      Object.assign(who, { trainee: waiting.trainee.shift(), mentor: waiting.mentor.shift() });
    },
    mentorCard: (login, more = {}) => ({
      person: who[login].person, school: `organisation:${other!.id}`, name: `Мастер ${login}`, category: 'highest', experienceYears: 12, active: true, capacity: 2, competences: [`record:${known[0]!.id}`], ...more,
    }),
    application: (more = {}) => ({
      topicKind: 'other', topic: 'Методический день как форма обучения', deficit: `record:${known[0]!.id}`, goal: 'Научиться готовить методический день', desiredProduct: 'scenario',
      roleInActive: 'deputy-principal', school: `organisation:${school!.id}`, format: 'mixed', hoursPerWeek: 2, periodFrom: today(7), periodTo: lastDay(today(7), today(180)), ...more,
    }),
    async tryStart(by, definition, data) {
      const answer = await office.runtime.startInstance(who[by], { body: { definition, organisation: department!.id, data: { ...data } }, idempotencyKey: randomUUID() });
      await office.settle();
      return answer;
    },
    apply: (more = {}) => start('trainee', 'pair-lifecycle', self.application(more)),
    async days(n) {
      const target = ahead + n * DAY;
      // From one due timer to the next, so that each fires on its own day; days on which nothing is due are skipped.
      for (;;) {
        const due = await nextTimerAt(store);
        const needed = due === null ? target : Math.max(ahead + MINUTE, Date.parse(due) - (now() - ahead) + MINUTE);
        if (needed >= target) break;
        ahead = needed;
        await office.settle();
      }
      ahead = target;
      await office.settle();
    },
    async to(date) {
      const target = Date.parse(`${date}T03:00:00Z`);
      for (;;) {
        const due = await nextTimerAt(store);
        // 23:00 of the day on which the next timer is due.
        const evening = due === null ? target : Date.parse(`${new Date(Date.parse(due) + ZONE).toISOString().slice(0, 10)}T16:00:00Z`);
        if (evening >= target) break;
        ahead += Math.max(MINUTE, evening - now());
        await office.settle();
      }
      ahead += Math.max(0, target - now());
      await office.settle();
    },
    async workingDays(n) {
      const found = addWorkingDays(today(), n, office.runtime.shell.organisations.facts(department!.id)!.calendar!);
      if (found.kind !== 'date') throw new Error(JSON.stringify(found));
      await self.days((Date.parse(found.date) - Date.parse(today())) / DAY);
    },
    snapshot: async (pair) => (await loadInstance(store, pair))!.snapshot,
    open: async (pair) => (await office.tasks(pair)).map(({ node }) => node).sort(),
    async task(pair, node) {
      const found = await self.until(async () => (await office.tasks(pair)).find((each) => each.node === node));
      if (!found) throw new Error(`nothing open at ${node}; open: ${(await self.open(pair)).join(', ')}; ${JSON.stringify(await store.query({ text: `select node, code, message from incidents where status = 'open'` }))}`);
      return found;
    },
    async until(wanted) {
      for (const last = Date.now() + PATIENCE_MS; ;) {
        const answer = await wanted();
        if (answer || Date.now() > last) return answer;
        await office.settle();
      }
    },
    async try(by, pair, node, outcome, data, remark) {
      const task = await self.task(pair, node);
      const { data: given } = granted(await office.runtime.viewTask(who[by], task.id));
      const password = office.password(by);
      const answer = await office.runtime.completeTask(who[by], {
        task: task.id, idempotencyKey: null, body: { outcome, ...(data !== null && given && { data: { ...given, ...data } }), ...(remark !== undefined && { remark }), ...(password !== '' && { password }) },
      });
      await office.settle();
      return answer;
    },
    async done(...given) { granted(await self.try(...given)); },
    async act(by, pair, action, data, remark) {
      const found = granted(await office.runtime.viewInstance(who[by], pair)).actions.find(({ key }) => key === action);
      if (!found) throw new Error(`no action ${action}`);
      const answer = await office.runtime.triggerAction(who[by], {
        instance: pair, activity: found.activity, action, idempotencyKey: null,
        body: { ...(data && { data: { ...(found as { readonly data?: Data }).data, ...data } }), ...(remark !== undefined && { remark }) },
      });
      await office.settle();
      return answer;
    },
    records: async (registry, field, value) =>
      (await store.query<{ data: Data }>({ text: 'select data from records where registry = $1 and data ->> $2 = $3' }, [registry, field, value])).map(({ data }) => data),
    told: async (by) => granted(await office.runtime.listNotifications(who[by], {})).items.map(({ text }) => text),
    proposals: async (pair) => (granted(await office.runtime.viewTask(who.specialist, (await self.task(pair, 'choose')).id)).data?.['proposals'] ?? []) as Data[],
    proposed: async (pair) => (await self.proposals(pair)).map(({ mentor }) => mentor),
    async chosen(pair, mentor = 'mentor') {
      await self.done('specialist', pair, 'choose', 'chosen', { mentor: who[mentor].person, reason: 'Опыт проведения методических дней' });
    },
    async consented(pair, mentor = 'mentor') {
      await self.done(mentor, pair, 'mentorconsent', 'agreed', { personalData: true });
      await self.done('trainee', pair, 'traineeconsent', 'agreed', { personalData: true });
    },
    async ordered(pair) {
      await self.done('head', pair, 'approval', 'approved');
      await self.signed(pair);
    },
    async signed(pair) {
      // The clauses are there; the basis gets its number and date from the office.
      await self.done('specialist', pair, 'draft', 'submit', { basis: [{ document: 'Положение о методической мастерской', number: '24-3', date: '2026-09-10' }] });
      await self.done('lawyer', pair, 'visas', 'approved');
      await self.done('head', pair, 'signing', 'signed');
      await self.done('clerk', pair, 'registration', 'registered', { date: today() });
    },
    async planned(pair) {
      await self.done('mentor', pair, 'plan', 'drafted', {
        goals: [{ text: 'Подготовить методический день' }], product: 'Сценарий методического дня', indicators: [{ text: 'Сценарий принят советом' }],
        steps: [10, 30, 60].map((after) => ({ what: 'Встреча и разбор материалов', when: today(after), result: 'Черновик' })),
      });
      await self.done('trainee', pair, 'planconfirm', 'confirmed');
      await self.done('methodist', pair, 'plancheck', 'accepted');
    },
    async practising(more = {}) {
      const pair = await self.apply(more);
      await self.chosen(pair);
      await self.consented(pair);
      await self.ordered(pair);
      await self.planned(pair);
      return pair;
    },
    async meeting(pair, more = {}) {
      granted(await self.act('mentor', pair, 'meeting'));
      await self.done('mentor', pair, 'meeting', 'recorded', { date: today(), kind: 'meeting', minutes: 90, agenda: 'Сценарий', result: 'Разобрали черновик', ...more });
    },
    async evaluated(pair, more = {}) {
      granted(await self.act('mentor', pair, 'handover'));
      await self.done('mentor', pair, 'handover', 'finished', { note: 'Сценарий готов' });
      await self.done('mentor', pair, 'product', 'evaluated', { productName: 'Сценарий методического дня', productUrl: 'https://example.org/product', evaluation: 'achieved', score: 5, ...more });
    },
    close: () => office.close(),
  };

  await start('methodist', 'deficit-card', { code: 'Д-1', title: 'Проектирование методической работы', area: 'management' });
  known.push(...await store.query<{ id: string }>({ text: `select id from records where registry = 'deficits'` }));
  await start('methodist', 'mentor-card', self.mentorCard('mentor1'));
  await start('methodist', 'mentor-card', self.mentorCard('mentor2', { capacity: 1 }));
  return self;
}

import { randomUUID } from 'node:crypto';
import type { CompletedTask } from '@reglament/contracts';
import type { Answer, Caller } from '@reglament/runtime';
import { loadInstance, type TaskListRow } from '@reglament/store';
import { granted, openOffice, type Office } from '../replay/office.js';

type Data = Readonly<Record<string, unknown>>;
const DAY = 86_400_000;
const PATIENCE_MS = 15_000;
/** Thursday, 10:00 in the town of the demo base. */
const THURSDAY = Date.parse('2026-11-26T03:00:00Z');

export const people = ['trainee1', 'trainee2', 'mentor1', 'mentor2', 'methodist', 'specialist', 'head', 'lawyer', 'clerk'] as const;
export type Login = (typeof people)[number];

export interface PairOffice {
  readonly office: Office;
  readonly who: Readonly<Record<Login, Caller>>;
  /** Moves the clock on by calendar days, step by step as days pass, and carries out what falls due. */
  days(n: number): Promise<void>;
  today(plus?: number): string;
  /** A trainee's application as it is filled in; what is given stands over it. */
  application(more?: Data): Data;
  /** Starts a pair by trainee1, or by whoever is named. */
  apply(more?: Data, by?: Login): Promise<string>;
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
  chosen(pair: string, mentor?: Login): Promise<void>;
  consented(pair: string, mentor?: Login): Promise<void>;
  /** Goes from the approval through a registered order. */
  ordered(pair: string): Promise<void>;
  planned(pair: string): Promise<void>;
  /** A pair whose practice has begun, without meetings. */
  practising(more?: Data): Promise<string>;
  meeting(pair: string, more?: Data): Promise<void>;
  evaluated(pair: string, more?: Data): Promise<void>;
  close(): Promise<void>;
}

export async function openPairOffice(): Promise<PairOffice> {
  const began = Date.now();
  let ahead = 0;
  const now = () => THURSDAY + ahead + Date.now() - began;
  const office = await openOffice(undefined, now);
  const who = Object.fromEntries(await Promise.all(people.map(async (login) => [login, await office.person(login)]))) as Record<Login, Caller>;
  const { store } = office.database;
  const [department] = await store.query<{ id: string }>({ text: 'select id from organisations where parent is null' });
  const [school] = await store.query<{ id: string }>({ text: 'select id from organisations where short_name = $1' }, ['Школа № 1']);
  const [other] = await store.query<{ id: string }>({ text: 'select id from organisations where short_name = $1' }, ['Школа № 2']);
  const today = (plus = 0): string => new Date(now() + 7 * 3_600_000 + plus * DAY).toISOString().slice(0, 10);
  const start = async (by: Login, definition: string, data: Data): Promise<string> => {
    const { instance } = granted(await office.runtime.startInstance(who[by], { body: { definition, organisation: department!.id, data: { ...data } }, idempotencyKey: randomUUID() }));
    await office.settle();
    return instance;
  };

  await start('methodist', 'deficit-card', { code: 'Д-1', title: 'Проектирование методической работы', area: 'management' });
  const [deficit] = await store.query<{ id: string }>({ text: 'select id from records' });
  for (const [login, capacity] of [['mentor1', 2], ['mentor2', 1]] as const) {
    await start('methodist', 'mentor-card', {
      person: who[login].person, school: `organisation:${other!.id}`, name: `Мастер ${login}`, category: 'highest', experienceYears: 12, active: true, capacity,
      competences: login === 'mentor1' ? [`record:${deficit!.id}`] : [`record:${deficit!.id}`],
    });
  }

  const self: PairOffice = {
    office, who, today,
    application: (more = {}) => ({
      topicKind: 'other', topic: 'Методический день как форма обучения', deficit: `record:${deficit!.id}`, goal: 'Научиться готовить методический день', desiredProduct: 'scenario',
      roleInActive: 'deputy-principal', school: `organisation:${school!.id}`, format: 'mixed', hoursPerWeek: 2, periodFrom: today(7), periodTo: today(180), ...more,
    }),
    apply: (more = {}, by = 'trainee1') => start(by, 'pair-lifecycle', self.application(more)),
    async days(n) {
      for (let passed = 0; passed < n; passed += 1) {
        ahead += DAY;
        await office.settle();
      }
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
    async chosen(pair, mentor = 'mentor1') {
      await self.done('specialist', pair, 'choose', 'chosen', { mentor: who[mentor].person, reason: 'Опыт проведения методических дней' });
    },
    async consented(pair, mentor = 'mentor1') {
      await self.done(mentor, pair, 'mentorconsent', 'agreed', { personalData: true });
      await self.done('trainee1', pair, 'traineeconsent', 'agreed', { personalData: true });
    },
    async ordered(pair) {
      await self.done('head', pair, 'approval', 'approved');
      // The clauses are there; the basis gets its number and date from the office.
      await self.done('specialist', pair, 'draft', 'submit', { basis: [{ document: 'Положение о методической мастерской', number: '24-3', date: '2026-09-10' }] });
      await self.done('lawyer', pair, 'visas', 'approved');
      await self.done('head', pair, 'signing', 'signed');
      await self.done('clerk', pair, 'registration', 'registered', { date: today() });
    },
    async planned(pair) {
      await self.done('mentor1', pair, 'plan', 'drafted', {
        goals: [{ text: 'Подготовить методический день' }], product: 'Сценарий методического дня', indicators: [{ text: 'Сценарий принят советом' }],
        steps: [10, 30, 60].map((after) => ({ what: 'Встреча и разбор материалов', when: today(after), result: 'Черновик' })),
      });
      await self.done('trainee1', pair, 'planconfirm', 'confirmed');
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
      granted(await self.act('mentor1', pair, 'meeting'));
      await self.done('mentor1', pair, 'meeting', 'recorded', { date: today(), kind: 'meeting', minutes: 90, agenda: 'Сценарий', result: 'Разобрали черновик', ...more });
    },
    async evaluated(pair, more = {}) {
      granted(await self.act('mentor1', pair, 'handover'));
      await self.done('mentor1', pair, 'handover', 'finished', { note: 'Сценарий готов' });
      await self.done('mentor1', pair, 'product', 'evaluated', { productName: 'Сценарий методического дня', productUrl: 'https://example.org/product', evaluation: 'achieved', score: 5, ...more });
    },
    close: () => office.close(),
  };
  return self;
}

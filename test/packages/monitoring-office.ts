import PizZip from 'pizzip';
import type { CompletedTask, CompleteTask } from '@reglament/contracts';
import type { Answer, Caller } from '@reglament/runtime';
import { loadInstance, type TaskListRow } from '@reglament/store';
import { granted, openOffice, type Office } from '../replay/office.js';

/** Thursday, 10:00 in the town of the demo base. */
const THURSDAY = Date.parse('2026-11-26T03:00:00Z');

export type Row = { readonly id: string } & Readonly<Record<string, unknown>>;

/** An office whose districts answer questionnaires, with a clock that a spec moves. */
export interface MonitoringOffice {
  readonly office: Office;
  readonly lead: Caller;
  readonly head: Caller;
  /** Districts by number, from 1. */
  district(n: number): { readonly organisation: string; readonly respondent: Caller; readonly director: Caller };
  /** Moves the business clock on to the evening of a date, after the end of its working day, and carries out what falls due. */
  on(date: string): Promise<void>;
  /** Starts a cycle over the districts and has its passport approved. */
  begin(districts: readonly number[], more?: object, indicators?: readonly object[]): Promise<string>;
  taskOf(who: Caller, instance: string, node: string, organisation?: string): Promise<TaskListRow>;
  complete(who: Caller, instance: string, node: string, body: CompleteTask, organisation?: string): Promise<Answer<CompletedTask>>;
  /** Fills in, confirms and accepts the answer of one district. */
  answer(instance: string, n: number, items: readonly Row[]): Promise<void>;
  send(instance: string, n: number, items: readonly Row[]): Promise<void>;
  /** A note that may be sent for approval; its examples are of districts 1 to 3. */
  note(more?: object): Readonly<Record<string, unknown>>;
  /** From the summary to a signed note and its recommendations (none): the one share is satisfactory. */
  measures(instance: string, note?: object, recommendations?: readonly object[]): Promise<void>;
  /** From the signed note to the end, on the day of the analysis. */
  close(instance: string, districts: readonly number[]): Promise<void>;
  variables(instance: string): Promise<Readonly<Record<string, unknown>>>;
  /** What the Word file of a document says, a paragraph or a cell after another. */
  noteText(document: string): Promise<string>;
}

export const share = { code: 'a', direction: 'Школа молодого педагога', name: 'Школа молодого педагога в ОУ', type: 'ratio', base: 'школ' };

export async function openMonitoringOffice(): Promise<MonitoringOffice> {
  const began = Date.now();
  let ahead = 0;
  const office = await openOffice(undefined, () => THURSDAY + ahead + Date.now() - began);
  const held = await office.database.store.query<{ person: string; role: string; organisation: string; name: string }>({
    text: `select a.person, a.role, o.id as organisation, o.short_name as name from role_assignments a join organisations o on o.id = a.organisation where o.kind = 'municipality' and a.role in ('respondent', 'director')` });
  const names = [...new Set(held.map(({ name }) => name))].sort((a, b) => a.localeCompare(b, 'ru'));
  const [lead, head] = await Promise.all([office.person('methodist'), office.person('head')]);
  const district: MonitoringOffice['district'] = (n) => {
    const own = held.filter(({ name }) => name === names[n - 1]);
    const who = (role: string): Caller => ({ person: `person:${own.find((each) => each.role === role)!.person}`, locale: 'ru', address: '127.0.0.1' });
    return { organisation: `organisation:${own[0]!.organisation}`, respondent: who('respondent'), director: who('director') };
  };
  const open = async (instance: string): Promise<readonly TaskListRow[]> => {
    const { rows } = { rows: await office.database.store.query<{ id: string }>({ text: `with recursive tree as (select $1::uuid as id union all select c.id from process_instances c join tree on c.parent = tree.id) select id from tree` }, [instance]) };
    const tasks = await Promise.all(rows.map(({ id }) => office.tasks(id)));
    return [...new Map(tasks.flat().map((task) => [task.id, task])).values()];
  };
  const taskOf: MonitoringOffice['taskOf'] = async (who, instance, node, organisation) => {
    const all = await open(instance);
    const own = all.filter((task) => task.node === node);
    for (const task of own) {
      if (organisation !== undefined && !(await isOf(task.instance, organisation))) continue;
      const view = await office.runtime.viewTask(who, task.id);
      if (view.ok && view.value.may.complete) return task;
    }
    const incidents = await office.database.store.query<{ message: string }>({ text: `select node || ': ' || message as message from incidents where status = 'open'` });
    throw new Error(`nothing at ${node} for ${who.person}; open: ${all.map((task) => task.node).join(', ')}; incidents: ${incidents.map(({ message }) => message).join('; ')}`);
  };
  const isOf = async (instance: string, organisation: string): Promise<boolean> =>
    (await loadInstance(office.database.store, instance))!.snapshot.variables['respondent'] === organisation;
  const complete: MonitoringOffice['complete'] = async (who, instance, node, body, organisation) =>
    office.runtime.completeTask(who, { task: (await taskOf(who, instance, node, organisation)).id, body, idempotencyKey: null });
  const send: MonitoringOffice['send'] = async (instance, n, items) => {
    const { respondent, director, organisation } = district(n);
    const all = await open(instance);
    const amending = (await Promise.all(all.filter(({ node }) => node === 'amend').map((task) => isOf(task.instance, organisation)))).includes(true);
    granted(await complete(respondent, instance, amending ? 'amend' : 'fill', { outcome: 'sent', data: { items } }, organisation));
    granted(await complete(director, instance, 'confirm', { outcome: 'confirmed' }, organisation));
  };
  const on: MonitoringOffice['on'] = async (date) => {
    ahead = Date.parse(`${date}T12:00:00Z`) - THURSDAY - (Date.now() - began);
    await office.settle();
  };
  const variables: MonitoringOffice['variables'] = async (instance) => (await loadInstance(office.database.store, instance))!.snapshot.variables;
  const note: MonitoringOffice['note'] = (more = {}) => ({
    general: 'Служба работает во всех районах области.', good: 'Школы молодого педагога есть почти везде.', bad: 'Инновационная деятельность не растёт.', todo: 'Создать условия для участия районов.',
    examples: [1, 2, 3].map((n) => ({ territory: district(n).organisation, practice: 'Работает клуб наставников' })), directions: [{ id: 'a', conclusion: 'Школу молодого педагога сохранить.' }, { id: 'b', conclusion: 'Условия создать в этом году.' }], conclusions: [{ text: 'Методический совет школы решает многое.' }],
    signer: head.person, ...more,
  });
  return {
    office, lead, head, district, taskOf, complete, send, on, variables, note,
    async measures(instance, more, recommendations = []) {
      granted(await complete(lead, instance, 'assessment', { outcome: 'confirmed', data: { directions: [{ id: 'a', assessment: 'satisfactory' }] } }));
      granted(await complete(lead, instance, 'write-note', { outcome: 'submit', data: note(more) }));
      await office.settle();
      granted(await complete(head, instance, 'signing', { outcome: 'signed', password: office.password('head') }));
      await office.settle();
      granted(await complete(lead, instance, 'recommend', { outcome: 'sent', data: { items: recommendations } }));
      await office.settle();
    },
    async close(instance, districts) {
      for (const n of districts) granted(await complete(district(n).director, instance, 'profile', { outcome: 'seen', data: {} }));
      await on(((await variables(instance))['passport'] as { analysisDate: string }).analysisDate);
      granted(await complete(lead, instance, 'analysis', { outcome: 'done', data: { measures: [{ measure: 'Выездные сессии', outcome: 'partly', facts: 'Проведены две из трёх' }], conclusion: 'Меры дали результат не везде.' } }));
      await office.settle();
    },
    async begin(districts, more = {}, indicators = [share]) {
      const { instance } = granted(await office.runtime.startInstance(lead, { body: { definition: 'monitoring-cycle' }, idempotencyKey: null }));
      granted(await complete(lead, instance, 'passport', {
        outcome: 'submit', warningReasons: { 'open-case': 'Прежний цикл дорабатывают' }, data: {
          title: 'Мониторинг методической службы', kind: 'service', year: 2026, basis: 'План работы отдела образования', periodFrom: '2026-01-01', periodTo: '2026-11-25',
          deadline: '2026-12-10', quorum: 90, resultsOrder: true, respondents: districts.map((n) => district(n).organisation), indicators, ...more,
        },
      }));
      granted(await complete(head, instance, 'approval', { outcome: 'approved' }));
      await office.settle();
      return instance;
    },
    async answer(instance, n, items) {
      await send(instance, n, items);
      granted(await complete(lead, instance, 'check', { outcome: 'accepted' }, district(n).organisation));
      await office.settle();
    },
    async noteText(document) {
      const file = granted(await office.runtime.readDocumentFile(lead, { document, format: 'docx' }));
      const xml = new PizZip(file.bytes).file('word/document.xml')!.asText();
      return xml.split('</w:p>').map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((run) => run[1]).join('')).join('\n').replaceAll('\u00a0', ' ');
    },
  };
}

import { isoDate } from '../office/business-date.js';
import { surnameOf } from '../office/accounts.js';
import { Colleague } from './colleague.js';
import { livingMonitoring } from './living-monitoring.js';
import { livingPair, suspendPair } from './living-pair.js';

/** Names of the cases whose screens are looked at. */
export interface LivingCases {
  /** Begun, with findings of the check. */
  readonly draft: string;
  /** Returned once and sent again: two versions, two rounds; waits for the lawyer. */
  readonly approval: string;
  /** Signed; waits for its number. */
  readonly unregistered: string;
  /** In force: acquaintance and control go on as parts of the case. */
  readonly inForce: string;
  /** All have answered; the answers are summed up. */
  readonly monitoring: string;
  /** In practice, with a meeting. */
  readonly pair: string;
  /** Makes the terms of the pair stand still. */
  readonly suspendPair: () => Promise<void>;
}

/** The people of an office whose work is sent without a browser, and its business date. */
export interface Desks {
  readonly at: (login: string) => Promise<Colleague>;
  readonly day: (plusDays: number) => string;
}

/** An office in the middle of its day. `run` sets its names apart from what the base holds already. */
export async function makeLivingCases(run: string): Promise<LivingCases> {
  const people = new Map<string, Promise<Colleague>>();
  const at = (login: string): Promise<Colleague> => {
    const known = people.get(login) ?? Colleague.arrive(login);
    people.set(login, known);
    return known;
  };
  const { businessTime } = await (await at('admin')).read<{ businessTime: string }>('/clock');
  const desks: Desks = { at, day: (plusDays) => isoDate(new Date(businessTime), plusDays) };
  const title = (what: string): string => `${what} ${run}`;
  const cases = { draft: title('О летней смене'), approval: title('О проведении недели педагога'), unregistered: title('О сроках отчётности'), inForce: title('О подготовке к учебному году'), monitoring: title('Мониторинг методической службы'), pair: 'Разбор методического дня с коллегами' };
  await orders(desks, cases);
  await Promise.all([livingMonitoring(desks, cases.monitoring), livingPair(desks, cases.pair)]);
  return { ...cases, suspendPair: () => suspendPair(cases.pair) };
}

async function orders({ at, day }: Desks, cases: Pick<LivingCases, 'draft' | 'approval' | 'unregistered' | 'inForce'>): Promise<void> {
  const [author, lawyer, head, clerk] = [await at('methodist'), await at('lawyer'), await at('head'), await at('clerk')];
  const person = (login: string): Promise<string> => author.find('person', surnameOf(login));
  const [executor, reader, boss, controller, visa] = [await person('methodist2'), await person('methodist3'), await person('head'), await person('deputy'), await person('lawyer')];
  const task = { id: 'c1', type: 'task', text: 'Подготовить план мероприятий.', executor, dueMode: 'date', due: day(30) };
  const control = { id: 'c2', type: 'control', text: 'Контроль за исполнением приказа оставляю за собой.', controller: boss };
  const order = (title: string): Record<string, unknown> => ({
    kind: 'order-main', title, preamble: 'В соответствии с планом работы отдела образования приказываю:', basis: [{ document: 'Приказ министерства образования', number: '575', date: '2026-11-02' }],
    clauses: [task, control], signer: boss, controller, acquaint: [reader],
  });
  const send = async (title: string, more: object = {}): Promise<void> => {
    await author.complete(await author.start('order-issuance'), 'draft', 'submit', { data: { ...order(title), ...more } });
  };
  await send(cases.inForce, { acquaint: [reader, executor] });
  await head.complete(cases.inForce, 'signing', 'signed');
  await clerk.complete(cases.inForce, 'registration', 'registered', { data: { date: day(0) } });
  await send(cases.unregistered);
  await head.complete(cases.unregistered, 'signing', 'signed');
  await send(cases.approval, { visas: [visa] });
  await lawyer.complete(cases.approval, 'visas', 'returned', { remark: 'Уточните срок исполнения.' });
  await author.complete(cases.approval, 'rework', 'submit', { data: { clauses: [{ ...task, text: 'Подготовить план мероприятий и смету.' }, control] } });
  const draft = await author.task(await author.start('order-issuance'), 'draft');
  const { data } = await author.read<{ data: object }>(`/tasks/${draft}`);
  await author.send(`/tasks/${draft}/draft`, { data: { ...data, title: cases.draft, clauses: [{ id: 'c1', type: 'task', text: 'Организовать летнюю смену.' }] }, base: data }, 'PUT');
}

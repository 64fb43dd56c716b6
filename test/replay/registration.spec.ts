import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findDocument, listJournalEntries, loadInstance } from '@reglament/store';
import { granted, openOffice, type Office } from './office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let office: Office;
beforeAll(async () => { office = await openOffice(); }, 60_000);
afterAll(() => office.close());

/** An order that waits for its number. */
async function signedOrder(title: string, more: object = {}): Promise<{ readonly instance: string; readonly task: string; readonly document: string }> {
  const [methodist, head, deputy, specialist] = await Promise.all(['methodist', 'head', 'deputy', 'specialist'].map(office.person));
  const { instance } = granted(await office.runtime.startInstance(methodist!, { body: { definition: 'order-issuance' }, idempotencyKey: null }));
  const data = {
    kind: 'order-main', title, preamble: 'В целях проверки', basis: [{ document: 'План работы', number: '1', date: '2026-01-12' }],
    clauses: [{ id: 'c1', type: 'control', text: 'Контроль за исполнением приказа оставляю за собой.' }], signer: head!.person, controller: deputy!.person, acquaint: [specialist!.person], ...more,
  };
  const findings = granted(await office.runtime.checkTask(methodist!, { task: (await office.tasks(instance))[0]!.id, data })).findings;
  const warningReasons = Object.fromEntries(findings.map(({ code }) => [code, 'учебный пример']));
  await office.complete('methodist', instance, 'draft', { outcome: 'submit', data, warningReasons });
  await office.complete('head', instance, 'signing', { outcome: 'signed', password: office.password('head') });
  const loaded = await loadInstance(office.database.store, instance);
  return { instance, task: (await office.tasks(instance)).find(({ node }) => node === 'registration')!.id, document: (loaded!.snapshot.variables['document'] as { id: string }).id };
}

const today = (): string => office.runtime.shell.clock.localDate('Asia/Krasnoyarsk');
const numbers = async (): Promise<string[]> => {
  const { items } = await listJournalEntries(office.database.store, { paths: office.runtime.shell.organisations.all().map((each) => each.path), journal: 'orders-main' });
  return items.map(({ number }) => number);
};

describe('numbers of a journal', () => {
  it('go to clerks who register together one each, without a gap, and a refused registration gives its number back', async () => {
    const orders = await Promise.all(Array.from({ length: 8 }, (_, i) => signedOrder(`О проверке номер ${i}`)));
    const clerks = await Promise.all(['clerk', 'clerk2'].map(office.person));
    const register = (task: string, i: number, data: object) => office.runtime.completeTask(clerks[i % 2]!, { task, body: { outcome: 'registered', data: { date: today(), ...data } }, idempotencyKey: null });
    const answers = await Promise.all(orders.map(({ task }, i) => register(task, i, {})));
    expect(answers.map((answer) => (answer.ok ? (answer.value.facts as { number: string }).number : answer.refusal.code)).sort((a, b) => Number(a) - Number(b))).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(await numbers()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  }, 60_000);

  it('are taken once when one order is registered twice at the same moment', async () => {
    const order = await signedOrder('О двойной регистрации');
    const clerks = await Promise.all(['clerk', 'clerk2'].map(office.person));
    const answers = await Promise.all(clerks.map((clerk) => office.runtime.completeTask(clerk, { task: order.task, body: { outcome: 'registered', data: { date: today() } }, idempotencyKey: null })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { status: 409, code: 'taskAlreadyCompleted' } });
    expect(await numbers()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  it('get a letter with a reason only, a letter once only, and stand in order', async () => {
    const clerk = await office.person('clerk');
    const [first, second] = [await signedOrder('О поздней регистрации'), await signedOrder('О второй поздней')];
    const lettered = (task: string, data: object) => office.runtime.completeTask(clerk, { task, body: { outcome: 'registered', data: { date: today(), suffixed: true, suffixOf: 3, ...data } }, idempotencyKey: null });
    expect(await lettered(first.task, { suffix: 'а' })).toMatchObject({ ok: false, refusal: { status: 422 } });
    expect(await lettered(first.task, { suffix: 'а', suffixReason: 'поступил после проверки журнала' })).toMatchObject({ ok: true, value: { facts: { number: '3а' } } });
    expect(await lettered(second.task, { suffix: 'а', suffixReason: 'поступил после проверки журнала' })).toMatchObject({ ok: false, refusal: { status: 409, code: 'numberTaken', text: { ru: 'Номер 3а занят.' } } });
    expect((await numbers()).slice(2, 5)).toEqual(['3', '3а', '4']);
  });

  it('of an annulled order stay in the journal as a void with the reason', async () => {
    const order = await signedOrder('Об аннулировании');
    await office.complete('clerk', order.instance, 'registration', { outcome: 'registered', data: { date: today() } });
    await office.settle();
    const head = await office.person('head');
    const view = granted(await office.runtime.viewInstance(head, order.instance));
    const annul = view.actions.find(({ key }) => key === 'annul')!;
    granted(await office.runtime.triggerAction(head, { instance: order.instance, activity: annul.activity, action: 'annul', body: { remark: 'Издан ошибочно' }, idempotencyKey: null }));
    expect(await findDocument(office.database.store, order.document)).toMatchObject({ state: 'annulled', number: '10' });
    const { items } = await listJournalEntries(office.database.store, { paths: office.runtime.shell.organisations.all().map((each) => each.path), journal: 'orders-main', status: 'void' });
    expect(items).toMatchObject([{ number: '10', reason: 'Издан ошибочно' }]);
  });

  it('of a repealed order stay, and its case ends with the commit of the order that repeals it', async () => {
    const old = await signedOrder('О прежнем порядке');
    await office.complete('clerk', old.instance, 'registration', { outcome: 'registered', data: { date: today() } });
    await office.settle();
    const repealing = await signedOrder('Об утрате силы', { relations: [{ type: 'repeals', document: `document:${old.document}` }] });
    await office.complete('clerk', repealing.instance, 'registration', { outcome: 'registered', data: { date: today() } });
    expect((await findDocument(office.database.store, old.document))!.state).toBe('superseded');
    expect((await loadInstance(office.database.store, old.instance))!.snapshot).toMatchObject({ status: 'completed', result: 'repealed' });
  });
});

describe('a draft with the faults of a real order', () => {
  it('is not sent to approval', async () => {
    const methodist = await office.person('methodist');
    const { instance } = granted(await office.runtime.startInstance(methodist, { body: { definition: 'order-issuance' }, idempotencyKey: null }));
    const text = readFileSync(path.join(__dirname, '../../workflows/order-issuance/samples/order-110a.txt'), 'utf8');
    const parsed = granted(await office.runtime.parseClauses(methodist, { text, kind: 'order-main' }));
    expect(parsed.summary.join('\n')).toMatch(/3\.5[\s\S]*6 поручений без исполнителя[\s\S]*9 поручений без срока/);
    const head = await office.person('head');
    const data = { kind: 'order-main', signer: head.person, controller: head.person, title: 'Об итогах', preamble: 'По итогам', clauses: parsed.clauses };
    const task = (await office.tasks(instance))[0]!.id;
    const checked = granted(await office.runtime.checkTask(methodist, { task, data }));
    expect(checked.blockedOutcomes).toEqual(['submit']);
    expect(await office.runtime.completeTask(methodist, { task, body: { outcome: 'submit', data }, idempotencyKey: null })).toMatchObject({ ok: false, refusal: { status: 422, code: 'checksFailed' } });
  });
});

import { loadInstance } from '@reglament/store';
import { granted } from '../replay/office.js';
import { openMonitoringOffice, share, type MonitoringOffice } from './monitoring-office.js';

// A real database on a busy machine.
jest.setTimeout(120_000);

let m: MonitoringOffice;
beforeAll(async () => { m = await openMonitoringOffice(); }, 240_000);
// Throws unless every case, its history replayed, gives the snapshot that stands.
afterAll(() => m.office.close());

describe('a new cycle', () => {
  const passport = (title: string) => ({
    title, kind: 'service', year: 2026, basis: 'План работы отдела образования', periodFrom: '2026-01-01', periodTo: '2026-11-25', deadline: '2026-12-10', quorum: 90,
    respondents: [m.district(1).organisation], indicators: [share],
  });
  const begin = async (): Promise<string> => granted(await m.office.runtime.startInstance(m.lead, { body: { definition: 'monitoring-cycle' }, idempotencyKey: null })).instance;

  it('2.2.1 says that the one before is not closed, as soon as the passport is open, and begins with a reason', async () => {
    const [first, second] = [await begin(), await begin()];
    granted(await m.complete(m.lead, first, 'passport', { outcome: 'submit', data: passport('Мониторинг наставничества') }));
    const { id } = await m.taskOf(m.lead, second, 'passport');
    const said = { code: 'open-case', severity: 'warning', pointer: '/title', message: 'Предыдущий цикл «Мониторинг наставничества» не закрыт' };
    expect(granted(await m.office.runtime.checkTask(m.lead, { task: id, data: {} })).findings).toMatchObject([said]);
    expect(await m.complete(m.lead, second, 'passport', { outcome: 'submit', data: passport('Мониторинг службы') })).toMatchObject({ ok: false, refusal: { code: 'reasonRequired', checks: { findings: [said] } } });
    granted(await m.complete(m.lead, second, 'passport', { outcome: 'submit', data: passport('Мониторинг службы'), warningReasons: { 'open-case': 'Вопросы другие' } }));

    // Nobody is held up by what was cancelled.
    for (const instance of [first, second]) granted(await m.office.runtime.cancelInstance(m.head, { instance, body: { remark: 'План работы изменён' }, idempotencyKey: null }));
    await m.office.settle();
    const third = await begin();
    granted(await m.complete(m.lead, third, 'passport', { outcome: 'submit', data: passport('Мониторинг службы') }));
    granted(await m.office.runtime.cancelInstance(m.head, { instance: third, body: { remark: 'План работы изменён' }, idempotencyKey: null }));
    await m.office.settle();
  });

  it('2.2.1, 2.2.11 carries out an item of the work plan: it is done when the cycle is closed', async () => {
    const item = { year: 2026, number: '14', title: 'Мониторинг методической службы', due: '2026-12-20', responsible: m.lead.person, status: 'planned' };
    const entered = granted(await m.office.runtime.startInstance(m.lead, { body: { definition: 'plan-item', data: item }, idempotencyKey: null }));
    await m.office.settle();
    expect((await loadInstance(m.office.database.store, entered.instance))!.snapshot.result).toBe('kept');
    const kept = async () => (await m.office.database.store.query<{ id: string; data: Record<string, unknown> }>({ text: `select id, data from records where registry = 'plan-items'` }))[0]!;
    const { id } = await kept();
    const cycle = await m.begin([1], { planItem: `record:${id}`, resultsOrder: false, analysisDate: '2026-11-27' });
    await m.answer(cycle, 1, [{ id: 'a', numerator: 9, denominator: 10 }]);
    expect((await kept()).data).toMatchObject({ status: 'planned' });
    await m.measures(cycle);
    await m.close(cycle, [1]);
    expect((await kept()).data).toMatchObject({ number: '14', status: 'done', result: 'Мониторинг «Мониторинг методической службы» завершён' });
  });

  it('2.2.3 is announced by an order where the passport asks for one, and nobody waits for it with the questionnaires', async () => {
    const cycle = await m.begin([1, 2], { announce: true });
    expect(granted(await m.office.runtime.viewTask(m.district(2).respondent, (await m.taskOf(m.district(2).respondent, cycle, 'fill')).id)).may.complete).toBe(true);

    const { id, instance: order } = await m.taskOf(m.lead, cycle, 'draft');
    const { data } = granted(await m.office.runtime.viewTask(m.lead, id));
    expect(data).toMatchObject({ kind: 'order-main', title: 'О проведении мониторинга «Мониторинг методической службы»', clauses: [
      { type: 'approve', text: 'Провести мониторинг «Мониторинг методической службы» с 01.01.2026 по 25.11.2026.' },
      { type: 'task', executor: m.district(1).organisation, coExecutors: [m.district(2).organisation], due: '2026-12-10' }, { type: 'control' },
    ] });
    const draft = { ...data, signer: m.head.person, controller: m.head.person };
    const found = granted(await m.office.runtime.checkTask(m.lead, { task: id, data: draft }));
    expect(found.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    granted(await m.complete(m.lead, cycle, 'draft', { outcome: 'submit', data: draft, warningReasons: Object.fromEntries(found.findings.map(({ code }) => [code, 'План без номера'])) }));
    await m.office.complete('head', order, 'signing', { outcome: 'signed', password: m.office.password('head') });
    const { facts } = await m.office.complete('clerk', order, 'registration', { outcome: 'registered', data: { date: m.office.runtime.shell.clock.localDate('Asia/Krasnoyarsk') } });
    expect(facts).toMatchObject({ number: '1' });
    await m.office.settle();
    // What the order asks is on control with the head of the first district.
    expect((await m.taskOf(m.district(1).director, order, 'execute')).dueAt).toMatch(/^2026-12-10/);
  });
});

import { granted } from '../replay/office.js';
import { openMonitoringOffice, share, type MonitoringOffice } from './monitoring-office.js';

// A real database on a busy machine.
jest.setTimeout(120_000);

let m: MonitoringOffice;
beforeAll(async () => { m = await openMonitoringOffice(); }, 240_000);
// Throws unless every case, its history replayed, gives the snapshot that stands.
afterAll(() => m.office.close());

describe('the note', () => {
  it('2.2.8 is not sent with other figures than the summary has, or with a direction that nobody has judged; what the summary does not know wants a reason', async () => {
    const instance = await m.begin([1, 2], { resultsOrder: false, deadline: '2026-12-10' });
    await m.answer(instance, 1, [{ id: 'a', numerator: 9, denominator: 10 }]);
    const close = granted(await m.office.runtime.viewInstance(m.head, instance)).actions.find(({ key }) => key === 'close')!;
    granted(await m.office.runtime.triggerAction(m.head, { instance, activity: close.activity, action: 'close', body: { remark: 'Остальные организации реорганизованы' }, idempotencyKey: null }));
    await m.office.settle();
    granted(await m.complete(m.lead, instance, 'assessment', { outcome: 'confirmed', data: { directions: [{ id: 'a', assessment: 'satisfactory' }] } }));

    const { id } = await m.taskOf(m.lead, instance, 'write-note');
    const view = granted(await m.office.runtime.viewTask(m.lead, id));
    expect(view.data).toMatchObject({ absent: [m.district(2).organisation], directions: [{ id: 'a', name: share.name, facts: '9 из 10 — 90 %' }] });
    const told = async (more: object) => granted(await m.office.runtime.checkTask(m.lead, { task: id, data: m.note(more) })).findings.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
    const faults = { directions: [{ id: 'a' }], good: 'Школа молодого педагога в ОУ есть у 85 %.', bad: 'Проведено ____ сессий.', todo: 'Довести охват до 95 % организаций.' };
    expect(await told(faults)).toEqual(['error row-empty /directions/0/conclusion', 'error unresolved-placeholder /bad', 'error figure-wrong /good', 'warning figure-unknown /todo']);
    const send = (more: object, reasons: Record<string, string> = {}) => m.complete(m.lead, instance, 'write-note', { outcome: 'submit', data: m.note(more), warningReasons: reasons });
    expect(await send(faults)).toMatchObject({ ok: false, refusal: { code: 'checksFailed' } });
    const right = { good: 'Школа молодого педагога в ОУ есть у 90 % (9 из 10).', todo: faults.todo, hearing: true };
    expect(await send(right)).toMatchObject({ ok: false, refusal: { code: 'reasonRequired' } });
    granted(await send(right, { 'figure-unknown': 'Это цель, а не факт' }));
    await m.office.settle();
    const note = ((await m.variables(instance))['note'] as { id: string }).id;
    const text = await m.noteText(note);
    expect(text).toContain('Не представила сведения: ');
    expect(text).toContain('Школа молодого педагога в ОУ: Школу молодого педагога сохранить.');

    // Optional hearing: its protocol is named, and no earlier than it was held.
    granted(await m.complete(m.head, instance, 'signing', { outcome: 'signed', password: m.office.password('head') }));
    await m.office.settle();
    const heard = { body: 'Методический совет', date: '2026-11-27', number: '3', decision: 'Принять к сведению, поддержать районы.' };
    expect(await m.complete(m.lead, instance, 'hearing', { outcome: 'heard', data: { ...heard, date: '2027-01-10' } })).toMatchObject({ ok: false, refusal: { errors: [{ pointer: '/data/date', message: 'Заседание ещё не прошло' }] } });
    granted(await m.complete(m.lead, instance, 'hearing', { outcome: 'heard', data: { ...heard, date: '2026-11-26' } }));
    expect(await m.variables(instance)).toMatchObject({ hearing: { number: '3' } });
  });
});

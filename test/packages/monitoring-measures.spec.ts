import { findDocument, journalEntriesOf } from '@reglament/store';
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

describe('the measures', () => {
  const recommendation = (n: number, more: object = {}) => ({ text: 'Создать муниципальную Школу молодого педагога.', addressees: [m.district(n).organisation], due: '2027-02-01', expected: 'Положение и план', ...more });
  let cycle = '';

  it('2.2.9 no recommendation is sent without an addressee or a date; each addressee gets one of their own and sees no other', async () => {
    cycle = await m.begin([1, 2], { resultsOrder: false, letters: true, analysisDate: '2027-03-01' });
    for (const [n, numerator] of [[1, 9], [2, 8]] as const) await m.answer(cycle, n, [{ id: 'a', numerator, denominator: 10 }]);
    granted(await m.complete(m.lead, cycle, 'assessment', { outcome: 'confirmed', data: { directions: [{ id: 'a', assessment: 'no-dynamics', reasons: 'Нет условий для участия', proposal: 'Создать условия для школ молодого педагога.' }] } }));
    granted(await m.complete(m.lead, cycle, 'write-note', { outcome: 'submit', data: m.note() }));
    await m.office.settle();
    granted(await m.complete(m.head, cycle, 'signing', { outcome: 'signed', password: m.office.password('head') }));
    await m.office.settle();

    const { id } = await m.taskOf(m.lead, cycle, 'recommend');
    expect(granted(await m.office.runtime.viewTask(m.lead, id)).data).toMatchObject({ items: [{ text: 'Создать условия для школ молодого педагога.', source: share.name }] });
    const send = (...items: object[]) => m.complete(m.lead, cycle, 'recommend', { outcome: 'sent', data: { items } });
    const { addressees: _nobody, ...without } = recommendation(1);
    expect(await send(without)).toMatchObject({ ok: false, refusal: { errors: [{ pointer: '/data/items/0/addressees' }] } });
    expect(await send({ ...recommendation(1), due: undefined })).toMatchObject({ ok: false, refusal: { errors: [{ pointer: '/data/items/0/due' }] } });
    expect(await send(recommendation(1, { due: '2026-11-20' }))).toMatchObject({ ok: false, refusal: { errors: [{ message: 'Срок не раньше завтрашнего дня' }] } });
    granted(await send(recommendation(1, { addressees: [m.district(1).organisation, m.district(2).organisation], criterion: 'табл. 47', points: 1 })));
    await m.office.settle();
    const own = await m.taskOf(m.district(1).director, cycle, 'receive');
    const other = await m.taskOf(m.district(2).director, cycle, 'receive');
    expect(own.id).not.toBe(other.id);
    expect(granted(await m.office.runtime.viewTask(m.district(1).director, own.id)).data).toMatchObject({ text: 'Создать муниципальную Школу молодого педагога.', due: '2027-02-01' });
    expect(await m.office.runtime.viewTask(m.district(1).director, other.id)).toMatchObject({ ok: false, refusal: { status: 404 } });
  });

  it('2.2.9 every respondent gets a letter with a number of its own, its figures, and no total of fewer than five', async () => {
    const numbers: string[] = [];
    for (const n of [1, 2]) {
      const { director } = m.district(n);
      const signing = (await m.taskOf(m.head, cycle, 'letter-sign')).instance;
      granted(await m.office.runtime.completeTask(m.head, { task: (await m.taskOf(m.head, signing, 'letter-sign')).id, body: { outcome: 'signed', password: m.office.password('head') }, idempotencyKey: null }));
      const clerk = await m.office.person('clerk');
      const registered = granted(await m.complete(clerk, signing, 'letter-register', { outcome: 'registered' }));
      numbers.push((registered.facts as { number: string }).number);
      await m.office.settle();
      const { letter, own, respondent } = await m.variables(signing) as { letter: { id: string }; own: { answers: readonly { who: string }[] }; respondent: string };
      expect(own.answers.map(({ who }) => who)).toEqual([respondent]);
      expect(await findDocument(m.office.database.store, letter.id)).toMatchObject({ kind: 'letter', state: 'registered' });
      expect(await journalEntriesOf(m.office.database.store, letter.id)).toMatchObject([{ number: numbers.at(-1) }]);
      const reader = respondent === m.district(n).organisation ? director : m.district(3 - n).director;
      const stranger = reader === director ? m.district(3 - n).director : director;
      const text = await m.noteText(letter.id);
      expect(text).toContain(`Школа молодого педагога в ОУ: ваша организация — ${respondent === m.district(1).organisation ? '9 из 10 (90 %)' : '8 из 10 (80 %)'}; все организации — меньше 5 ответов, не показывается.`);
      expect((await m.office.runtime.viewDocument(reader, letter.id)).ok).toBe(true);
      expect(await m.office.runtime.viewDocument(stranger, letter.id)).toMatchObject({ ok: false, refusal: { status: 404 } });
      granted(await m.complete(reader, signing, 'letter-read', { outcome: 'seen', data: {} }));
    }
    expect(new Set(numbers).size).toBe(2);
    const ended = granted(await m.office.runtime.viewInstance(m.lead, cycle)).children.find(({ node }) => node === 'letters');
    expect(ended?.items.map(({ result }) => result)).toEqual(['seen', 'seen']);
  });

  it('2.2.10 each recommendation is confirmed, explained, reminded of, carried out and accepted by its author; points only with a file', async () => {
    const [first, second] = [m.district(1).director, m.district(2).director];
    const own = (await m.taskOf(first, cycle, 'receive')).instance;
    const other = (await m.taskOf(second, cycle, 'receive')).instance;
    granted(await m.complete(first, own, 'receive', { outcome: 'unclear', remark: 'Для какого числа школ?' }));
    granted(await m.complete(m.lead, own, 'clarify', { outcome: 'explained', data: { answer: 'Для всех школ района.' } }));
    granted(await m.complete(first, own, 'receive', { outcome: 'received', data: {} }));
    await m.office.settle();

    const told = async (instance: string, kind: string): Promise<number> =>
      (await m.office.database.store.query<{ n: number }>({ text: 'select count(*)::int as n from notifications where instance = $1 and kind = $2' }, [instance, kind]))[0]!.n;
    await m.on('2026-12-02');
    expect(await told(other, 'escalated')).toBe(1);
    granted(await m.complete(second, other, 'receive', { outcome: 'received', data: {} }));
    await m.on('2027-01-29');
    expect(await told(own, 'reminder')).toBeGreaterThan(0);

    const done = (more: object) => ({ outcome: 'done', data: { status: 'partly', done: 'Положение принято, план готовится.', dateDone: '2027-01-29', reason: 'План ждёт согласования', ...more } });
    granted(await m.complete(first, own, 'execute', done({})));
    expect(await m.complete(m.lead, own, 'accept', { outcome: 'accepted', data: { points: 1 } })).toMatchObject({ ok: false, refusal: { errors: [{ pointer: '/data/points', message: 'Баллы засчитываются только с приложенным файлом' }] } });
    granted(await m.complete(m.lead, own, 'accept', { outcome: 'returned', remark: 'Приложите план', data: { newDue: '2027-02-10' } }));
    const file = granted(await m.office.runtime.uploadFile(first, { name: 'план.txt', bytes: Buffer.from('План школы молодого педагога') }));
    expect((await m.taskOf(first, own, 'execute')).dueAt).toMatch(/^2027-02-10/);
    granted(await m.complete(first, own, 'execute', done({ status: 'done', files: [{ id: file.id, name: file.name, size: file.size }] })));
    granted(await m.complete(m.lead, own, 'accept', { outcome: 'accepted', data: { points: 1 } }));
    granted(await m.complete(second, other, 'execute', done({ status: 'not-done' })));
    granted(await m.complete(m.lead, other, 'accept', { outcome: 'carried', remark: 'Нет бюджета до конца года', data: {} }));
    await m.office.settle();
    const kept = await m.office.database.store.query<{ status: string; points: number | null }>({ text: `select data->>'status' as status, (data->>'points')::int as points from records where registry = 'recommendations' order by 1` });
    expect(kept).toEqual([{ status: 'accepted', points: 1 }, { status: 'carried', points: null }]);
  });

  it('2.2.11 the analysis begins with what became of them', async () => {
    await m.on('2027-03-01');
    const { data } = granted(await m.office.runtime.viewTask(m.lead, (await m.taskOf(m.lead, cycle, 'analysis')).id));
    // Each recommendation is a case of its own: which of them was on record first is the queue's business.
    const measures = data['measures'] as readonly { readonly outcome: string }[];
    expect(measures).toHaveLength(2);
    expect(measures.find(({ outcome }) => outcome === 'worked')).toMatchObject({ measure: 'Создать муниципальную Школу молодого педагога.' });
    expect(measures.find(({ outcome }) => outcome === 'failed')).toBeDefined();
    granted(await m.complete(m.lead, cycle, 'analysis', { outcome: 'done', data: { ...data, conclusion: 'Меры дали результат не везде.' } }));
    await m.office.settle();
    expect((await m.variables(cycle))['recommended']).toMatchObject({ total: 2, results: { accepted: 1, carried: 1 } });
  });
});

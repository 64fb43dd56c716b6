import type { FieldError } from '@reglament/contracts';
import { findDocument, loadInstance, summariesOf } from '@reglament/store';
import { granted } from '../replay/office.js';
import { openMonitoringOffice, share, type MonitoringOffice, type Row } from './monitoring-office.js';

// A real database on a busy machine.
jest.setTimeout(120_000);

let m: MonitoringOffice;
beforeAll(async () => { m = await openMonitoringOffice(); }, 240_000);
// Throws unless every case, its history replayed, gives the snapshot that stands.
afterAll(() => m.office.close());

const ratio = (numerator: number, denominator: number): Row[] => [{ id: 'a', numerator, denominator }];
type Summary = { readonly version: number; readonly reason: string | null; readonly coverage: Record<string, unknown>; readonly indicators: readonly Record<string, unknown>[] };
const summary = async (instance: string) => (await m.variables(instance))['summary'] as Summary | undefined;

describe('the questionnaire', () => {
  it('2.2.2 is made from the passport, row for row, and nobody adds or renames one', async () => {
    const instance = await m.begin([1], {}, [{ ...share, previous: 60, evidenceRequired: true }, { code: 'b', direction: 'Сайт', name: 'Сайт службы', type: 'bool' }]);
    const { respondent } = m.district(1);
    const task = await m.taskOf(respondent, instance, 'fill');
    const view = granted(await m.office.runtime.viewTask(respondent, task.id));
    expect(view.data['items']).toEqual([
      expect.objectContaining({ id: 'a', name: share.name, type: 'ratio', base: 'школ', previous: 60, evidenceRequired: true }), expect.objectContaining({ id: 'b', name: 'Сайт службы', type: 'bool' }),
    ]);
    granted(await m.complete(respondent, instance, 'fill', { outcome: 'sent', data: { items: [{ id: 'zz', name: 'Своя строка' }, { id: 'a', name: 'Переименовано', numerator: 1, denominator: 2 }, { id: 'b', flag: 'yes' }] } }));
    const child = await m.taskOf(m.district(1).director, instance, 'confirm');
    expect((await m.variables(child.instance))['answer']).toMatchObject({ items: [{ id: 'a', name: share.name, percent: 50, numerator: 1 }, { id: 'b', flag: 'yes' }] });
    expect(((await m.variables(child.instance))['answer'] as { items: unknown[] }).items).toHaveLength(2);
  });

  it('2.2.4 says what is wrong with the numbers, at their fields, in the words of the office (scenario 8)', async () => {
    const instance = await m.begin([2], {}, [
      { ...share, evidenceRequired: true, previous: 95 }, { ...share, code: 'c', name: 'Наставничество', complementaryTo: 'a' }, { code: 'r', direction: 'Группы', name: 'Групп', type: 'range' },
    ]);
    const { respondent } = m.district(2);
    const told = async (...items: Row[]): Promise<readonly string[]> => {
      const answer = await m.complete(respondent, instance, 'fill', { outcome: 'sent', data: { items } });
      if (answer.ok) throw new Error('it was taken');
      return (answer.refusal.errors ?? []).map(({ pointer, message }: FieldError) => `${pointer} ${message}`);
    };
    const good = [{ id: 'c', numerator: 1, denominator: 18 }, { id: 'r', min: 3, max: 28 }];
    expect(await told({ id: 'a', numerator: 20, denominator: 18 }, ...good)).toEqual(['/data/items/0/numerator Числитель больше знаменателя']);
    expect((await told({ id: 'a', numerator: 0, denominator: 0 }, ...good)).join()).toContain('/data/items/0/denominator Знаменатель должен быть больше нуля');
    expect(await told({ id: 'a', numerator: 17, denominator: 18 }, good[0]!, { id: 'r', min: 28, max: 3 })).toEqual(['/data/items/2/min Минимум больше максимума']);
    expect(await told({ id: 'a', numerator: 18, denominator: 18 }, ...good)).toEqual(['/data/items/0/evidence 100 % указывают с подтверждением: приложите документ']);
    expect(await told({ id: 'a', numerator: 9, denominator: 18 }, ...good)).toEqual(['/data/items/0/comment Изменение больше 30 процентных пунктов: поясните, чем оно вызвано']);
    expect(await told({ id: 'a', notApplicable: true }, ...good)).toHaveLength(1);
    expect((await told({ id: 'a', numerator: -1, denominator: 18 }, ...good))[0]).toContain('/data/items/0/numerator');
    // Different bases of a pair are a warning: the answer is taken.
    granted(await m.complete(respondent, instance, 'fill', { outcome: 'sent', data: { items: [{ id: 'a', numerator: 86, denominator: 100 }, ...good] } }));
  });
});

describe('the collection', () => {
  it('2.2.4, 2.2.6 sums numerators and denominators, never percentages (scenario 9)', async () => {
    const instance = await m.begin([1, 2, 3]);
    for (const [n, items] of [[1, ratio(9, 10)], [2, ratio(1, 2)], [3, ratio(0, 3)]] as const) await m.answer(instance, n, items);
    expect(await summary(instance)).toMatchObject({
      version: 1, coverage: { asked: 3, accepted: 3, late: 0, percent: 100, absent: [] }, indicators: [{ code: 'a', numerator: 10, denominator: 15, percent: 66.7, answered: 3 }],
    });
    const [view] = granted(await m.office.runtime.viewSummaries(m.lead, instance));
    expect(view).toMatchObject({ node: 'sum-up', coverage: { asked: 3, accepted: 3 }, versions: [{ version: 1, reason: null, indicators: [{ numerator: 10, denominator: 15, percent: 66.7 }] }] });
    const answers = granted(await m.office.runtime.viewSummaryAnswers(m.lead, { instance, node: 'sum-up', version: 1, code: 'a' }));
    expect(answers.map(({ numerator, denominator, percent }) => [numerator, denominator, percent])).toEqual([[9, 10, 90], [1, 2, 50], [0, 3, 0]]);
    for (const wrong of [{ version: 2 }, { node: 'check' }]) expect(await m.office.runtime.viewSummaryAnswers(m.lead, { instance, node: 'sum-up', version: 1, code: 'a', ...wrong })).toMatchObject({ ok: false, refusal: { status: 404 } });
    for (const stranger of [m.district(1).respondent, m.district(9).director]) expect(await m.office.runtime.viewSummaries(stranger, instance)).toMatchObject({ ok: false, refusal: { status: 404 } });
  });

  it('2.2.4 gives one district no look at another’s answer, nor at the cycle (scenario 7)', async () => {
    const instance = await m.begin([4, 5]);
    const { respondent, organisation } = m.district(4);
    const own = await m.taskOf(respondent, instance, 'fill', organisation);
    const other = await m.taskOf(m.district(5).respondent, instance, 'fill');
    expect(granted(await m.office.runtime.viewInstance(respondent, own.instance))).toMatchObject({ id: own.instance, parent: null, summed: false });
    expect(granted(await m.office.runtime.viewInstance(m.lead, own.instance)).subject).toMatch(/^Мониторинг методической службы — ММС «/);
    expect(granted(await m.office.runtime.viewTask(m.lead, own.id)).subject).toMatch(/ — ММС «/);
    for (const answer of [await m.office.runtime.viewTask(respondent, other.id), await m.office.runtime.viewInstance(respondent, other.instance), await m.office.runtime.viewInstance(respondent, instance)]) {
      expect(answer).toMatchObject({ ok: false, refusal: { status: 404 } });
    }
    const listed = granted(await m.office.runtime.listInstances(respondent, {}, {})).items.map(({ id }) => id);
    expect(listed).not.toContain(instance);
    expect(granted(await m.office.runtime.viewInstance(m.lead, other.instance)).id).toBe(other.instance);
  });

  it('2.2.4 returns an answer twice at most, with the remark at its row', async () => {
    const instance = await m.begin([1]);
    await m.send(instance, 1, ratio(1, 4));
    for (const round of [1, 2]) {
      expect(await m.complete(m.lead, instance, 'check', { outcome: 'returned', data: { items: [{ id: 'a' }] } })).toMatchObject({ ok: false, refusal: { status: 422 } });
      granted(await m.complete(m.lead, instance, 'check', { outcome: 'returned', remark: 'Сверьте базу', data: { items: [{ id: 'a', remark: `Круг ${round}`, numerator: 4 }] } }));
      const { respondent } = m.district(1);
      const view = granted(await m.office.runtime.viewTask(respondent, (await m.taskOf(respondent, instance, 'amend')).id));
      expect(view.data).toMatchObject({ items: [{ id: 'a', remark: `Круг ${round}`, numerator: round }] });
      await m.send(instance, 1, ratio(2, 4));
    }
    const last = granted(await m.office.runtime.viewTask(m.lead, (await m.taskOf(m.lead, instance, 'last-check')).id));
    expect(last.outcomes.map(({ key }) => key)).toEqual(['accepted', 'excluded']);
    granted(await m.complete(m.lead, instance, 'last-check', { outcome: 'excluded', remark: 'Сведения не подтверждены' }));
    await m.office.settle();
    expect(await summary(instance)).toMatchObject({ coverage: { asked: 1, accepted: 0, excluded: 1 }, indicators: [{ answered: 0, percent: null }] });
  });

  it('2.2.4 is closed by the head with a reason, and cancelled with its drafts kept', async () => {
    const closed = await m.begin([1, 2]);
    await m.answer(closed, 1, ratio(1, 2));
    const view = granted(await m.office.runtime.viewInstance(m.head, closed));
    const close = view.actions.find(({ key }) => key === 'close')!;
    const act = (remark?: string) => m.office.runtime.triggerAction(m.head, { instance: closed, activity: close.activity, action: 'close', body: { ...(remark && { remark }) }, idempotencyKey: null });
    expect(await act()).toMatchObject({ ok: false, refusal: { status: 422 } });
    granted(await act('Остальные организации реорганизованы'));
    await m.office.settle();
    expect(await summary(closed)).toMatchObject({ coverage: { asked: 2, accepted: 1, absent: [m.district(2).organisation] } });

    const left = await m.begin([1]);
    const silent = await m.taskOf(m.district(1).respondent, left, 'fill');
    const exclude = granted(await m.office.runtime.viewInstance(m.lead, silent.instance)).actions.find(({ key }) => key === 'exclude')!;
    granted(await m.office.runtime.triggerAction(m.lead, { instance: silent.instance, activity: exclude.activity, action: 'exclude', body: { remark: 'Организация присоединена к другой' }, idempotencyKey: null }));
    await m.office.settle();
    expect(await summary(left)).toMatchObject({ coverage: { asked: 1, excluded: 1, percent: 100 } });

    const cancelled = await m.begin([3]);
    const { respondent } = m.district(3);
    const task = await m.taskOf(respondent, cancelled, 'fill');
    granted(await m.office.runtime.saveDraft(respondent, { task: task.id, body: { data: { needs: 'Черновик' } }, etag: null } as never));
    granted(await m.office.runtime.cancelInstance(m.head, { instance: cancelled, body: { remark: 'План работы изменён' }, idempotencyKey: null }));
    await m.office.settle();
    expect((await loadInstance(m.office.database.store, task.instance))!.snapshot.status).toBe('cancelled');
    expect(granted(await m.office.runtime.viewTask(respondent, task.id)).draft).toMatchObject({ data: { needs: 'Черновик' } });
  });
});

describe('the deadline', () => {
  it('2.2.4, 2.2.5, 2.2.6 escalates, takes late answers with a mark, and asks the head when too few have answered; a correction makes version 2 (scenario 10)', async () => {
    const instance = await m.begin([1, 2, 3]);
    await m.answer(instance, 1, ratio(9, 10));
    const [second, third] = [m.district(2), m.district(3)];
    const own = granted(await m.office.runtime.viewInstance(m.lead, instance)).children.flatMap(({ items }) => items.map(({ id }) => id));
    const told = async (party: string, kind: string): Promise<number> =>
      (await m.office.database.store.query<{ n: number }>({ text: 'select count(*)::int as n from notifications where kind = $2 and instance = any($3) and $1 = any(recipients)' }, [party, kind, own]))[0]!.n;
    const [director, respondent] = [third, second].map(({ organisation }, i) => `role:${i === 0 ? 'director' : 'respondent'}@${organisation.slice('organisation:'.length)}`) as [string, string];
    const head = (await m.office.database.store.query<{ key: string }>({ text: `select 'role:head@' || organisation as key from process_instances where id = $1` }, [instance]))[0]!.key;

    await m.on('2026-12-10');
    expect(await told(respondent, 'reminder')).toBeGreaterThanOrEqual(2);
    await m.on('2026-12-11');
    expect(await told(director, 'escalated')).toBe(1);
    expect(await told(head, 'escalated')).toBe(0);
    await m.answer(instance, 2, ratio(1, 2));
    const children = granted(await m.office.runtime.viewInstance(m.lead, instance)).children.flatMap(({ items }) => items);
    expect(children.map(({ ending }) => ending?.title ?? null)).toEqual(['Принята', 'Принята с опозданием', null]);

    await m.on('2026-12-15');
    expect(await told(head, 'escalated')).toBeGreaterThan(0);
    const low = granted(await m.office.runtime.viewTask(m.head, (await m.taskOf(m.head, instance, 'low-coverage')).id));
    expect(low.data).toMatchObject({ percent: 66.7, absent: [third.organisation] });
    expect(await m.complete(m.head, instance, 'low-coverage', { outcome: 'close', data: {} })).toMatchObject({ ok: false, refusal: { status: 422 } });
    granted(await m.complete(m.head, instance, 'low-coverage', { outcome: 'close', remark: 'Сроки отчёта', data: {} }));
    await m.office.settle();
    expect(await summary(instance)).toMatchObject({ version: 1, reason: null, coverage: { asked: 3, accepted: 2, late: 1, absent: [third.organisation] }, indicators: [{ numerator: 10, denominator: 12, percent: 83.3, absent: 1 }] });

    const action = granted(await m.office.runtime.viewInstance(m.lead, instance)).actions.find(({ key }) => key === 'reopen')!;
    const reopen = (data: object) => m.office.runtime.triggerAction(m.lead, { instance, activity: action.activity, action: 'reopen', body: { data: { ...data } }, idempotencyKey: null });
    const what = { respondents: [m.district(1).organisation, third.organisation], deadline: '2026-12-23' };
    expect(await reopen(what)).toMatchObject({ ok: false, refusal: { errors: [{ pointer: '/data/reason' }] } });
    granted(await reopen({ ...what, reason: 'Район 1 ошибся в базе, район 3 опоздал' }));
    await m.office.settle();
    const again = granted(await m.office.runtime.viewTask(m.district(1).respondent, (await m.taskOf(m.district(1).respondent, instance, 'fill')).id));
    expect(again.data).toMatchObject({ items: [{ id: 'a', numerator: 9, denominator: 10 }] });
    await m.answer(instance, 1, ratio(9, 12));
    expect((await summary(instance))!.version).toBe(1);
    await m.answer(instance, 3, ratio(3, 6));
    expect(await summary(instance)).toMatchObject({
      version: 2, reason: 'Район 1 ошибся в базе, район 3 опоздал', coverage: { asked: 3, accepted: 3, late: 2, absent: [] }, indicators: [{ numerator: 13, denominator: 20, percent: 65 }],
    });
    const versions = await summariesOf(m.office.database.store, instance);
    expect(versions.map(({ version, reason }) => [version, reason])).toEqual([[1, null], [2, 'Район 1 ошибся в базе, район 3 опоздал']]);
  });

  it('2.2.4 is closed by itself where enough have answered by three working days after the deadline', async () => {
    const instance = await m.begin([1, 2], { quorum: 50, deadline: '2026-12-25' });
    await m.answer(instance, 1, ratio(1, 2));
    const few = await m.begin([3, 4], { deadline: '2026-12-25' });
    await m.answer(few, 3, ratio(1, 2));
    await m.on('2026-12-25');
    expect(await summary(instance)).toBeUndefined();
    await m.on('2026-12-30');
    expect(await summary(instance)).toMatchObject({ version: 1, coverage: { accepted: 1, percent: 50 } });

    // Nobody is asked any more whether to wait once everybody has answered.
    await m.taskOf(m.head, few, 'low-coverage');
    await m.answer(few, 4, ratio(2, 2));
    await m.office.settle();
    expect(await summary(few)).toMatchObject({ coverage: { accepted: 2, late: 1 } });
    expect((await m.office.tasks(few)).map(({ node }) => node)).toEqual(['assessment']);
  });
});

describe('what follows from the figures', () => {
  let withoutOrder = '';
  it('2.2.8 a note that is not signed yet is renewed with the figures (scenario 10)', async () => {
    const instance = withoutOrder = await m.begin([1], { deadline: '2027-01-20', resultsOrder: false });
    await m.answer(instance, 1, ratio(9, 10));
    granted(await m.complete(m.lead, instance, 'assessment', { outcome: 'confirmed', data: { directions: [{ id: 'a', assessment: 'satisfactory' }] } }));
    granted(await m.complete(m.lead, instance, 'write-note', { outcome: 'submit', data: m.note() }));
    await m.office.settle();
    const { id } = (await m.variables(instance))['note'] as { id: string };
    expect(await m.noteText(id)).toContain('9 из 10');
    const action = granted(await m.office.runtime.viewInstance(m.lead, instance)).actions.find(({ key }) => key === 'reopen')!;
    granted(await m.office.runtime.triggerAction(m.lead, { instance, activity: action.activity, action: 'reopen', body: { data: { respondents: [m.district(1).organisation], reason: 'Ошибка в числителе', deadline: '2027-01-25' } }, idempotencyKey: null }));
    await m.office.settle();
    await m.answer(instance, 1, ratio(8, 10));
    expect(await m.noteText(id)).toContain('8 из 10');
    expect(await findDocument(m.office.database.store, id)).toMatchObject({ state: 'draft', version: 2 });
    expect(granted(await m.office.runtime.viewDocument(m.head, id)).remarks).toEqual([]);
  });

  const indicators = [{ ...share, target: 80 }, { ...share, code: 'b', name: 'Инновационная деятельность', previous: 70 }, { code: 'g', direction: 'Группы', name: 'Групп в сетях', type: 'range' }];

  it('2.2.7 … 2.2.11 assessment, note, order with its clauses, results to the districts, analysis of the measures', async () => {
    const instance = await m.begin([1, 2], { deadline: '2027-02-10', analysisDate: '2027-03-01' }, indicators);
    const rows = (a: number, b: number, g: [number, number]): Row[] => [{ id: 'a', numerator: a, denominator: 10 }, { id: 'b', numerator: b, denominator: 10 }, { id: 'g', min: g[0], max: g[1] }];
    await m.answer(instance, 1, rows(9, 7, [3, 9]));
    await m.answer(instance, 2, rows(8, 6, [5, 28]));

    const expert = granted(await m.office.runtime.viewTask(m.lead, (await m.taskOf(m.lead, instance, 'assessment')).id));
    expect(expert.data['directions']).toMatchObject([
      { id: 'a', assessment: 'satisfactory', facts: '17 из 20 — 85 %' }, { id: 'b', assessment: 'no-dynamics', facts: '13 из 20 — 65 % (было 70 %)' },
    ]);
    expect(await m.complete(m.lead, instance, 'assessment', { outcome: 'confirmed', data: { directions: [{ id: 'a', assessment: 'satisfactory' }, { id: 'b', assessment: 'no-dynamics' }] } }))
      .toMatchObject({ ok: false, refusal: { errors: [{ pointer: '/data/directions/1/reasons' }, { pointer: '/data/directions/1/proposal' }] } });
    granted(await m.complete(m.lead, instance, 'assessment', {
      outcome: 'confirmed', data: { directions: [{ id: 'a', assessment: 'satisfactory' }, { id: 'b', assessment: 'no-dynamics', reasons: 'Нет условий для участия', proposal: 'Выявить причины и создать условия для участия в инновационной деятельности.' }] },
    }));
    const note = m.note();
    expect(await m.complete(m.lead, instance, 'write-note', { outcome: 'submit', data: { ...note, examples: (note['examples'] as object[]).slice(1) } })).toMatchObject({ ok: false, refusal: { errors: [{ pointer: '/data/examples' }] } });
    granted(await m.complete(m.lead, instance, 'write-note', { outcome: 'submit', data: note }));
    await m.office.settle();
    const { id } = (await m.variables(instance))['note'] as { id: string };
    const text = await m.noteText(id);
    expect(text).toContain('Сведения запрошены у 2 организаций, представили 2 (100 %)');
    expect(text).toMatch(/Школа молодого педагога в ОУ\s+2\s+17 из 20\s+85 %/);
    expect(text).toMatch(/Групп в сетях\s+2\s+от 3 до 28/);
    granted(await m.complete(m.head, instance, 'signing', { outcome: 'signed', password: m.office.password('head') }));
    await m.office.settle();

    const order = await m.taskOf(m.lead, instance, 'draft');
    const draft = granted(await m.office.runtime.viewTask(m.lead, order.id));
    expect(draft.data).toMatchObject({ kind: 'order-main', title: 'О результатах мониторинга «Мониторинг методической службы»', signer: m.head.person });
    expect((draft.data['clauses'] as { type: string; text: string }[]).map(({ type, text: words }) => `${type}: ${words}`)).toEqual([
      'assessment: Считать удовлетворительными результаты по показателям: Школа молодого педагога в ОУ (17 из 20 — 85 %).',
      'note: Отметить: Инновационная деятельность — 13 из 20 — 65 % (было 70 %), нет положительной динамики. Причины: Нет условий для участия.',
      'task: Выявить причины и создать условия для участия в инновационной деятельности.', 'control: Контроль за исполнением приказа оставляю за собой.',
    ]);
    for (const n of [1, 2]) granted(await m.complete(m.district(n).director, instance, 'profile', { outcome: 'seen', data: {} }));

    const action = granted(await m.office.runtime.viewInstance(m.lead, instance)).actions.find(({ key }) => key === 'reopen')!;
    granted(await m.office.runtime.triggerAction(m.lead, { instance, activity: action.activity, action: 'reopen', body: { data: { respondents: [m.district(1).organisation], reason: 'Нашли описку в базе', deadline: '2027-02-15' } }, idempotencyKey: null }));
    await m.office.settle();
    await m.answer(instance, 1, rows(10, 7, [3, 9]).map((row) => (row.id === 'a' ? { ...row, denominator: 12 } : row)));
    expect(await m.variables(instance)).toMatchObject({ changedAfterSigning: true, summary: { version: 2 } });
    expect(await m.noteText(id)).toContain('17 из 20');
    const signed = granted(await m.office.runtime.viewDocument(m.head, id));
    expect(signed.remarks.map(({ text: words }) => words)).toEqual(['Данные изменены после подписания: свод, версия 2. Причина: Нашли описку в базе']);
    expect(signed.signatures).toMatchObject([{ valid: true }]);

    await m.on('2027-03-01');
    await m.on('2027-03-02');
    granted(await m.complete(m.lead, instance, 'analysis', { outcome: 'done', data: { measures: [{ measure: 'Выездные сессии', outcome: 'worked', facts: 'Доля выросла на 5 п. п.' }], conclusion: 'Меры дали результат, цикл закрыть.' } }));
    await m.office.settle();
    expect((await findDocument(m.office.database.store, id))!.state).toBe('signed');
  });

  it('2.2.9, 2.2.11 the cycle is closed when nothing is left to be done', async () => {
    granted(await m.complete(m.head, withoutOrder, 'signing', { outcome: 'signed', password: m.office.password('head') }));
    await m.office.settle();
    granted(await m.complete(m.lead, withoutOrder, 'recommend', { outcome: 'sent', data: { items: [] } }));
    granted(await m.complete(m.district(1).director, withoutOrder, 'profile', { outcome: 'seen', data: {} }));
    await m.on('2027-03-03');
    granted(await m.complete(m.lead, withoutOrder, 'analysis', { outcome: 'done', data: { measures: [{ measure: 'Выездные сессии', outcome: 'partly', facts: 'Проведены две из трёх' }], conclusion: 'Меры дали результат не везде.' } }));
    await m.office.settle();
    expect((await loadInstance(m.office.database.store, withoutOrder))!.snapshot).toMatchObject({ status: 'completed', result: 'closed', state: 'closed' });
  });

  it('2.2.1 the next cycle begins by itself on 1 April', async () => {
    const begun = () => m.office.database.store.query<{ id: string }>({ text: `select id from process_instances where definition_key = 'monitoring-cycle' and parent is null and starter is null` });
    expect(await begun()).toHaveLength(0);
    await m.on('2027-04-01');
    const [cycle, ...more] = await begun();
    expect(more).toHaveLength(0);
    const passport = await m.taskOf(m.lead, cycle!.id, 'passport');
    // The values of the cycle that was closed are what the next one is compared with.
    expect(granted(await m.office.runtime.viewTask(m.lead, passport.id)).data['indicators']).toMatchObject([{ code: 'a', name: share.name, direction: share.direction, base: 'школ', type: 'ratio', previous: 80 }]);
  });
});

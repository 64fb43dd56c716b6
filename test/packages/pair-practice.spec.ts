import { granted } from '../replay/office.js';
import { openPairOffice, type PairOffice } from './pair-office.js';

// A real database on a busy machine, and months of business time.
jest.setTimeout(240_000);

let pairs: PairOffice;
beforeAll(async () => { pairs = await openPairOffice(); }, 180_000);
beforeEach(() => pairs.newCast());
// Throws unless the database keeps every promise and every case replays to its snapshot.
afterAll(() => pairs.close());

const state = async (pair: string) => (await pairs.snapshot(pair)).state;
const row = async (pair: string) => (await pairs.records('pairs', 'case', pair))[0];
const errors = (answer: object) => (answer as { refusal?: { errors?: { pointer: string; message: string }[] } }).refusal?.errors ?? [];

describe('a practice', () => {
  it('2.1.7 begins with a plan that the trainee and the lead may return', async () => {
    const pair = await pairs.apply();
    await pairs.chosen(pair);
    await pairs.consented(pair);
    await pairs.ordered(pair);
    const plan = { goals: [{ text: 'Подготовить' }], product: 'Сценарий', indicators: [{ text: 'Принят' }], steps: [{ what: 'Встреча первая', when: pairs.today(3), result: 'Черновик' }] };
    expect(errors(await pairs.try('mentor', pair, 'plan', 'drafted', plan))).toEqual([expect.objectContaining({ pointer: '/data/steps' })]);
    await pairs.done('mentor', pair, 'plan', 'drafted', { ...plan, steps: [1, 2, 3].map(() => plan.steps[0]) });
    await pairs.done('trainee', pair, 'planconfirm', 'returned', undefined, 'Сдвиньте на две недели');
    await pairs.planned(pair);
    expect(await pairs.open(pair)).toEqual([]);
    const { actions, children } = granted(await pairs.office.runtime.viewInstance(pairs.who.mentor, pair));
    expect(actions.map(({ key }) => key).sort()).toEqual(['handover', 'meeting', 'suspension', 'terminate']);
    // The order goes on beside the practice, and is named as what it is.
    expect(children).toMatchObject([{ title: 'Приказ об утверждении пары', items: [{ title: 'Об утверждении пары «мастер – практикант»' }] }]);
  });

  it('2.1.8 is over after three meetings at least, none of them in the future', async () => {
    const pair = await pairs.practising();
    granted(await pairs.act('mentor', pair, 'meeting'));
    expect(errors(await pairs.try('mentor', pair, 'meeting', 'recorded', { date: pairs.today(1), kind: 'meeting', minutes: 5, agenda: 'План', result: 'План' }))).toEqual(expect.arrayContaining([
      expect.objectContaining({ pointer: '/data/date', message: 'Дата встречи не может быть в будущем' }), expect.objectContaining({ pointer: '/data/minutes' }),
    ]));
    await pairs.done('mentor', pair, 'meeting', 'dropped');
    const history = granted(await pairs.office.runtime.viewHistory(pairs.who.mentor, pair)).map(({ text }) => text);
    expect(history).toEqual(expect.arrayContaining(['Действие «Встреча»', 'Начато дело: «Приказ об утверждении пары»']));
    expect((await pairs.snapshot(pair)).variables['meetings']).toEqual([]);
    await pairs.meeting(pair);
    granted(await pairs.act('mentor', pair, 'handover'));
    expect(errors(await pairs.try('mentor', pair, 'handover', 'finished', { note: 'Готово' }))).toEqual([expect.objectContaining({ message: 'Нужно не меньше трёх записей о встречах' })]);
  });

  it('2.1.8c is stagnant after every 30 days without a meeting', async () => {
    const pair = await pairs.practising();
    await pairs.days(10);
    await pairs.meeting(pair);
    await pairs.days(29);
    expect(await pairs.open(pair)).toEqual([]);
    await pairs.days(3);
    expect([await pairs.open(pair), await state(pair)]).toEqual([['stagnation'], 'stagnant']);
    await pairs.meeting(pair);
    expect([await pairs.open(pair), await state(pair)]).toEqual([[], 'active']);
    await pairs.days(33);
    await pairs.done('methodist', pair, 'stagnation', 'settled', undefined, 'Встреча назначена');
    await pairs.days(26);
    expect(await pairs.open(pair)).toEqual([]);
    await pairs.days(3);
    expect(await pairs.open(pair)).toEqual(['stagnation']);
  });

  it('2.1.8a that has had no meeting after 20 working days is «Не начата», and mentor, trainee and lead are told', async () => {
    const [late, begun] = [await pairs.practising(), (pairs.newCast(), await pairs.practising())];
    await pairs.workingDays(5);
    await pairs.meeting(begun);
    await pairs.workingDays(15);
    expect(await state(late)).toBe('approved');
    await pairs.days(1);
    expect([await state(late), await state(begun)]).toEqual(['not-started', 'active']);
    expect(await row(late)).toMatchObject({ state: 'not-started', open: true });
    expect(await pairs.told('methodist')).toContainEqual(expect.stringContaining('Пара не начата: 20 рабочих дней без встречи'));
  });

  it('2.1.8b is decided by the head after 30 working days: extended once, then closed, and not without a reason', async () => {
    const pair = await pairs.practising();
    await pairs.workingDays(31);
    expect(await pairs.open(pair)).toEqual(['startdecision']);
    expect(errors(await pairs.try('head', pair, 'startdecision', 'decided', { decision: 'close' }))).toEqual([expect.objectContaining({ pointer: '/data/comment', message: 'Заполните поле' })]);
    expect(errors(await pairs.try('head', pair, 'startdecision', 'decided', { decision: 'extend', newStart: pairs.today(40), comment: 'Мастер болел' }))).toEqual([expect.objectContaining({ pointer: '/data/newStart' })]);
    await pairs.done('head', pair, 'startdecision', 'decided', { decision: 'extend', newStart: pairs.today(14), comment: 'Мастер болел' });
    expect(await pairs.open(pair)).toEqual([]);
    await pairs.workingDays(14);
    expect(errors(await pairs.try('head', pair, 'startdecision', 'decided', { decision: 'extend', newStart: pairs.today(7), comment: 'Ещё неделя' }))).toEqual([expect.objectContaining({ pointer: '/data/decision' })]);
    await pairs.done('head', pair, 'startdecision', 'decided', { decision: 'close', comment: 'Встреч не было' });
    expect(await pairs.snapshot(pair)).toMatchObject({ state: 'never-started', result: 'never-started' });
    expect(await row(pair)).toMatchObject({ state: 'never-started', open: false, reason: 'Встреч не было' });
  });

  it('2.1.8b goes back to matching when the head replaces somebody, to a consultation when the head says so, and needs no decision once a meeting was held', async () => {
    const begun = await pairs.practising();
    const cast = { ...pairs.who };
    pairs.newCast();
    const replaced = await pairs.practising();
    pairs.newCast();
    const grouped = await pairs.practising();
    await pairs.workingDays(31);
    for (const pair of [begun, replaced, grouped]) expect(await pairs.open(pair)).toEqual(['startdecision']);
    await pairs.done('head', grouped, 'startdecision', 'decided', { decision: 'group', comment: 'Замысел не сложился' });
    expect(await state(grouped)).toBe('waiting-idea');
    expect(await pairs.open(grouped)).toEqual(['consultation']);
    await pairs.done('head', replaced, 'startdecision', 'decided', { decision: 'replace', comment: 'Мастер перегружен' });
    expect(await pairs.open(replaced)).toEqual(['choose']);
    Object.assign(pairs.who, { mentor: cast.mentor, trainee: cast.trainee });
    await pairs.meeting(begun);
    expect([await pairs.open(begun), await state(begun)]).toEqual([[], 'active']);
    // Nobody found an idea: the trainee is free for another pair.
    await pairs.days(64);
    expect(await pairs.snapshot(grouped)).toMatchObject({ result: 'no-idea', state: 'never-started' });
    expect(await row(grouped)).toMatchObject({ state: 'never-started', open: false, reason: 'Нет замысла' });
  });
});

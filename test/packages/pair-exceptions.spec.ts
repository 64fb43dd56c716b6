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
const wrong = (answer: object) => (answer as { refusal?: { errors?: { pointer: string; message: string }[]; code?: string; status?: number } }).refusal;

describe('an application', () => {
  it('2.1.1 is refused with its reason: no place in the active, more than six hours a week, a pair that is open already', async () => {
    const outside = await pairs.apply({ roleInActive: 'none' });
    expect(await pairs.snapshot(outside)).toMatchObject({ status: 'completed', state: 'rejected', result: 'rejected' });
    const heavy = await pairs.apply({ hoursPerWeek: 8 });
    expect(await state(heavy)).toBe('rejected');
    expect(await pairs.told('trainee')).toEqual(expect.arrayContaining([expect.stringContaining('Нагрузка больше 6 часов'), expect.stringContaining('открыта для методического актива')]));
    await pairs.chosen(await pairs.apply());
    expect((await pairs.snapshot(await pairs.apply())).variables).toMatchObject({ eligibility: { verdict: 'refuse', reasonRu: expect.stringContaining('уже есть открытая пара') as string } });
  });

  it('2.1.2 on a special topic without an own idea is told so in the words of the office, and waits after a consultation', async () => {
    const idea = 'Конкурс грантов для школ района: '.padEnd(210, 'замысел ');
    const message = 'Для этой темы опишите собственный замысел (не менее 200 символов)';
    for (const ownIdea of [{}, { ownIdea: 'Хочу попробовать' }]) {
      const refused = await pairs.tryStart('trainee', 'pair-lifecycle', pairs.application({ topicKind: 'grants', ...ownIdea }));
      expect(wrong(refused)?.errors).toEqual([expect.objectContaining({ pointer: '/data/ownIdea', message })]);
    }
    expect(await pairs.open(await pairs.apply({ topicKind: 'grants', ownIdea: idea }))).toEqual(['choose']);
    pairs.newCast();
    const waiting = await pairs.apply({ topicKind: 'grants', needsConsultation: true });
    expect(await state(waiting)).toBe('waiting-idea');
    expect(wrong(await pairs.act('trainee', waiting, 'add-idea', { ownIdea: 'Коротко' }))?.errors).toEqual([expect.objectContaining({ message })]);
    granted(await pairs.act('trainee', waiting, 'add-idea', { ownIdea: idea }));
    expect(await pairs.open(waiting)).toEqual(['choose']);
  });

  it('2.1.2 gets the methodist a task: to invite the trainee to a group consultation that is open', async () => {
    const waiting = await pairs.apply({ topicKind: 'grants', needsConsultation: true });
    expect(await pairs.open(waiting)).toEqual(['consultation']);
    const arrange = async (question: string, days: number): Promise<string> => {
      const card = { topicKind: 'grants', question, date: pairs.today(days), place: 'Методический центр, каб. 3', minimum: 1 };
      const { instance } = granted(await pairs.tryStart('methodist', 'group-consultation', card));
      const [record] = await pairs.office.database.store.query<{ id: string }>({ text: `select id from records where registry = 'consultations' and data ->> 'case' = $1` }, [instance]);
      return `record:${record!.id}`;
    };
    const [gone, open] = [await arrange('Как начать заявку на грант', 6), await arrange('Как посчитать смету', 20)];
    await pairs.days(4);
    await pairs.done('methodist', waiting, 'consultation', 'invited', { consultation: gone });
    expect(await pairs.open(waiting)).toEqual(['consultation']);
    expect(await pairs.told('methodist')).toContainEqual(expect.stringContaining('На эту консультацию уже не записаться'));
    await pairs.done('methodist', waiting, 'consultation', 'invited', { consultation: open });
    expect(await pairs.open(waiting)).toEqual([]);
    expect(await pairs.told('trainee')).toContainEqual(expect.stringContaining('Вас приглашают на групповую консультацию'));
    expect(await state(waiting)).toBe('waiting-idea');
  });

  it('2.1.2 ends after 60 days without an idea: «не начата: нет замысла»', async () => {
    const pair = await pairs.apply({ topicKind: 'projects', needsConsultation: true });
    await pairs.days(59);
    expect(await state(pair)).toBe('waiting-idea');
    await pairs.days(4);
    expect(await pairs.snapshot(pair)).toMatchObject({ status: 'completed', result: 'no-idea', state: 'never-started' });
  });
});

describe('a pair before its order', () => {
  it('2.1.3 that finds nobody waits for a mentor, and looks again after a week', async () => {
    const pair = await pairs.apply();
    await pairs.done('specialist', pair, 'choose', 'none', {}, 'Свободных мастеров нет');
    expect(await state(pair)).toBe('waiting-mentor');
    await pairs.days(8);
    expect(await pairs.open(pair)).toEqual(['choose']);
  });

  it('2.1.4 is matched again when the mentor refuses, with others alone', async () => {
    const pair = await pairs.apply();
    for (const mentor of ['mentor1', 'mentor2'] as const) {
      await pairs.chosen(pair, mentor);
      await pairs.done(mentor, pair, 'mentorconsent', 'disagreed', {}, 'Нет времени');
      await pairs.done('trainee', pair, 'traineeconsent', 'agreed', { personalData: true });
    }
    // Where the registry has nobody else, there is nothing to propose.
    const proposed = (await state(pair)) === 'waiting-mentor' ? [] : await pairs.proposed(pair);
    expect(proposed).not.toContain(pairs.who.mentor1.person);
    expect(proposed).not.toContain(pairs.who.mentor2.person);
    expect(await pairs.told('methodist')).toContainEqual(expect.stringContaining('попытка 2'));
  });

  it('2.1.4 after the third refusal of the trainee goes to the lead', async () => {
    const pair = await pairs.apply();
    for (let n = 0; n < 3; n += 1) {
      await pairs.chosen(pair, 'mentor1');
      await pairs.done('mentor1', pair, 'mentorconsent', 'agreed', { personalData: true });
      expect(await pairs.try('trainee', pair, 'traineeconsent', 'disagreed', {})).toMatchObject({ ok: false });
      await pairs.done('trainee', pair, 'traineeconsent', 'disagreed', {}, 'Другая тема');
    }
    expect(await pairs.open(pair)).toEqual(['leaddecision']);
    await pairs.done('methodist', pair, 'leaddecision', 'close', {}, 'Заявка больше не нужна');
    expect(await pairs.snapshot(pair)).toMatchObject({ status: 'completed', result: 'rejected' });
    expect(await row(pair)).toMatchObject({ state: 'rejected', open: false });
  });

  it('2.1.4 asks the lead too when a consent is a working day late', async () => {
    const pair = await pairs.apply();
    await pairs.chosen(pair);
    await pairs.days(11);
    expect(await pairs.told('methodist')).toContainEqual(expect.stringContaining('Просрочено у сотрудника: «Согласие мастера»'));
  });

  it('2.1.5 comes back from the head with a remark', async () => {
    const pair = await pairs.apply();
    await pairs.chosen(pair);
    await pairs.consented(pair);
    expect(await pairs.try('head', pair, 'approval', 'returned')).toMatchObject({ ok: false });
    await pairs.done('head', pair, 'approval', 'returned', undefined, 'Нужен мастер из другой школы');
    expect(await pairs.open(pair)).toEqual(['choose']);
  });

  it('2.1.6 whose order is withdrawn is decided by the lead', async () => {
    const pair = await pairs.apply();
    await pairs.chosen(pair);
    await pairs.consented(pair);
    await pairs.done('head', pair, 'approval', 'approved');
    const [order] = await pairs.office.database.store.query<{ id: string }>({ text: 'select id from process_instances where parent = $1' }, [pair]);
    await pairs.task(pair, 'draft');
    granted(await pairs.act('specialist', order!.id, 'withdraw', undefined, 'Ошибка в теме'));
    expect(await pairs.open(pair)).toEqual(['orderdecision']);
    await pairs.done('methodist', pair, 'orderdecision', 'again');
    expect(await pairs.open(pair)).toEqual(['draft']);
  });

  it('is cancelled by the methodist, with a reason, and everybody is told', async () => {
    const pair = await pairs.apply();
    await pairs.chosen(pair);
    expect(wrong(await pairs.act('specialist', pair, 'cancel'))).toMatchObject({ status: 422 });
    granted(await pairs.act('specialist', pair, 'cancel', undefined, 'Школа реорганизуется'));
    expect(await pairs.snapshot(pair)).toMatchObject({ status: 'completed', result: 'cancelled', state: 'cancelled' });
    expect(await row(pair)).toMatchObject({ state: 'cancelled', open: false });
    expect(await pairs.told('mentor')).toContainEqual(expect.stringContaining('Пара отменена'));
  });
});

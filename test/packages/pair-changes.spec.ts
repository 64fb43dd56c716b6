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
const suspend = (more: object = {}) => ({ reasonCode: 'overload', effectiveDate: pairs.today(), resumeDate: pairs.today(30), ...more });
const review = { text: 'Практика прошла с пользой: мы вместе подготовили и провели методический день, а потом разобрали, что получилось.', useful: 5, publishConsent: true };

describe('a pair that changes', () => {
  it('2.1.8d is suspended only with a date to resume within 90 days, keeps the days that were left, and is resumed', async () => {
    const pair = await pairs.practising();
    await pairs.workingDays(8);
    for (const [given, message] of [
      [{ resumeDate: undefined }, 'Заполните поле'], [{ resumeDate: pairs.today(91) }, 'Приостановить можно не больше чем на 90 календарных дней'], [{ reasonCode: 'other' }, 'Заполните поле'],
    ] as const) expect(errors(await pairs.act('mentor', pair, 'suspension', suspend(given)))).toEqual([expect.objectContaining({ message })]);
    granted(await pairs.act('mentor', pair, 'suspension', suspend()));
    expect([await state(pair), await pairs.open(pair)]).toEqual(['suspended', ['resumption']]);
    expect(granted(await pairs.office.runtime.viewInstance(pairs.who.mentor, pair)).actions.map(({ key }) => key)).toEqual(['terminate']);
    await pairs.days(30);
    expect(await pairs.told('mentor')).toContainEqual(expect.stringContaining('Напоминание о сроке: «Возобновить работу пары»'));
    await pairs.done('mentor', pair, 'resumption', 'resumed');
    expect(await state(pair)).toBe('approved');
    await pairs.workingDays(11);
    expect(await state(pair)).toBe('approved');
    await pairs.workingDays(2);
    expect(await state(pair)).toBe('not-started');
  });

  it('2.1.8d that is not resumed 14 days after the date is proposed for termination, which takes an order', async () => {
    const pair = await pairs.practising();
    granted(await pairs.act('trainee', pair, 'suspension', suspend({ resumeDate: pairs.today(7) })));
    await pairs.days(20);
    expect(await pairs.open(pair)).toEqual(['resumption']);
    await pairs.days(3);
    expect(await pairs.open(pair)).toEqual(['resumption', 'terminationproposal']);
    await pairs.done('methodist', pair, 'terminationproposal', 'terminate', undefined, 'Стороны не отвечают');
    expect([await state(pair), await pairs.open(pair)]).toEqual(['ending', ['draft']]);
    await pairs.signed(pair);
    expect(await pairs.snapshot(pair)).toMatchObject({ state: 'terminated', result: 'terminated' });
    expect(await row(pair)).toMatchObject({ state: 'terminated', open: false });
  });

  it('2.1.8d is terminated by either side after three working days’ notice where the labour contract asks for it', async () => {
    const pair = await pairs.practising();
    granted(await pairs.act('trainee', pair, 'terminate', { reasonCode: 'dismissal', effectiveDate: pairs.today(), labour: true }));
    expect(await state(pair)).toBe('ending');
    await pairs.workingDays(3);
    expect(await pairs.open(pair)).toEqual([]);
    await pairs.days(1);
    expect(await pairs.open(pair)).toEqual(['draft']);
    const { data } = granted(await pairs.office.runtime.viewTask(pairs.who.specialist, (await pairs.task(pair, 'draft')).id));
    expect(JSON.stringify(data)).toMatch(/Внести изменения в приказ от \d\d\.\d\d\.2\d{3} № \d+/);
  });

  it('2.1.8d gets another mentor, whom the one who left is not proposed for, with a new order', async () => {
    const pair = await pairs.apply();
    await pairs.chosen(pair, 'mentor2');
    await pairs.consented(pair, 'mentor2');
    await pairs.ordered(pair);
    granted(await pairs.act('methodist', pair, 'replace-mentor', { reasonCode: 'overload', effectiveDate: pairs.today() }));
    const proposed = await pairs.proposed(pair);
    expect(proposed).toContain(pairs.who.mentor1.person);
    expect(proposed).not.toContain(pairs.who.mentor2.person);
    await pairs.chosen(pair, 'mentor1');
    await pairs.consented(pair, 'mentor1');
    await pairs.ordered(pair);
    expect((await pairs.open(pair)).filter((node) => node === 'plan')).toEqual(['plan']);
    expect((await pairs.records('pairs', 'case', pair))).toMatchObject([{ mentor: pairs.who.mentor1.person, state: 'approved' }]);
  });

  it('2.1.8d gets another trainee, who is asked for consent', async () => {
    const pair = await pairs.practising();
    const { trainee } = pairs.who;
    granted(await pairs.act('methodist', pair, 'replace-trainee', { reasonCode: 'trainee-refused', effectiveDate: pairs.today() }));
    const { mentor } = pairs.who;
    pairs.newCast();
    Object.assign(pairs.who, { mentor });
    await pairs.done('specialist', pair, 'newtrainee', 'named', { trainee: pairs.who.trainee.person, reason: 'Сам попросил об этой теме' });
    await pairs.consented(pair);
    expect(await row(pair)).toMatchObject({ trainee: pairs.who.trainee.person });
    expect(pairs.who.trainee.person).not.toBe(trainee.person);
  });
});

describe('the end of a pair', () => {
  const met = async (pair: string) => {
    for (let n = 0; n < 3; n += 1) await pairs.meeting(pair);
  };

  it('2.1.9 comes with a product; a low score is explained, what was not achieved is extended once and closed without a reference', async () => {
    const pair = await pairs.practising();
    await met(pair);
    granted(await pairs.act('mentor', pair, 'handover'));
    await pairs.done('mentor', pair, 'handover', 'finished', { note: 'Черновик' });
    const kept = async () => (await pairs.records('pairs', 'case', pair))[0]?.['state'];
    await pairs.task(pair, 'product');
    expect(await kept()).toBe('product');
    const product = { productName: 'Сценарий', productUrl: 'https://example.org/p', evaluation: 'not-achieved', score: 2 };
    expect(errors(await pairs.try('mentor', pair, 'product', 'evaluated', { ...product, productUrl: undefined, comment: 'Мало' })).map(({ message }) => message)).toEqual(expect.arrayContaining([
      'Приложите файл продукта или укажите ссылку', 'При балле 1–2 объясните оценку (не менее 50 символов)',
    ]));
    const low = { ...product, comment: 'Сценарий остался черновиком: не описаны роли участников и нет разбора итогов.' };
    await pairs.done('mentor', pair, 'product', 'evaluated', low);
    await pairs.done('methodist', pair, 'extension', 'extended', { newEnd: pairs.today(30), comment: 'Нужен ещё месяц' });
    expect([await pairs.open(pair), await kept()]).toEqual([[], 'active']);
    await pairs.days(35);
    await pairs.done('mentor', pair, 'product', 'evaluated', low);
    await pairs.done('mentor', pair, 'mentorreview', 'sent', { ...review, publishConsent: false });
    expect(errors(await pairs.try('specialist', pair, 'mentormoderation', 'published'))).toEqual([expect.objectContaining({ message: expect.stringContaining('Автор не согласился') as string })]);
    await pairs.done('specialist', pair, 'mentormoderation', 'withheld', undefined, 'Автор не согласен на публикацию');
    // 2.1.10: the other review does not come.
    await pairs.workingDays(11);
    expect(await pairs.records('reviews', 'case', pair)).toEqual([]);
    await pairs.done('head', pair, 'certificate-sign', 'signed');
    await pairs.done('clerk', pair, 'certificate-register', 'registered');
    await pairs.until(async () => (await state(pair)) === 'completed');
    const { variables } = await pairs.snapshot(pair);
    expect(variables).toMatchObject({ right: { certificate: true, reference: false }, certificate: { number: expect.stringMatching(/^СЕРТ-\d+\/\d\d$/) as string } });
    expect(variables).not.toHaveProperty('reference');
  });

  it('2.1.9 is asked for when the term of the practice is over, and a practice without meetings is closed', async () => {
    const pair = await pairs.practising({ periodTo: pairs.today(20) });
    await met(pair);
    const cast = { ...pairs.who };
    pairs.newCast();
    const empty = await pairs.practising({ periodTo: pairs.today(50) });
    await pairs.workingDays(31);
    expect(await pairs.open(empty)).toEqual(['startdecision']);
    await pairs.days(20);
    expect(await state(empty)).toBe('never-started');
    Object.assign(pairs.who, { mentor: cast.mentor, trainee: cast.trainee });
    expect(await pairs.open(pair)).toContain('product');
  });
});

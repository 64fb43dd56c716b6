import { granted } from '../replay/office.js';
import { openPairOffice, type PairOffice } from './pair-office.js';

// A real database on a busy machine.
jest.setTimeout(120_000);

let pairs: PairOffice;
beforeAll(async () => { pairs = await openPairOffice(); }, 180_000);
// Throws unless the database keeps every promise and every case replays to its snapshot.
afterAll(() => pairs.close());

const card = (more: object = {}) => ({ topicKind: 'grants', question: 'Как начать заявку на грант', date: pairs.today(10), place: 'Методический центр, каб. 3', minimum: 2, ...more });
const arrange = async (more: object = {}) => granted(await pairs.tryStart('methodist', 'group-consultation', card(more))).instance;
const register = async (consultation: string) => granted(await pairs.act('trainee', consultation, 'register', { person: pairs.who.trainee.person }));
const row = async (consultation: string) => (await pairs.records('consultations', 'case', consultation))[0];

describe('a group consultation', () => {
  it('scenario 5: to which nobody comes is «Отменено: нет участников» three days before', async () => {
    const refused = await pairs.tryStart('methodist', 'group-consultation', card({ date: pairs.today(2) }));
    expect(refused).toMatchObject({ ok: false, refusal: { errors: [{ pointer: '/data/date' }] } });
    const consultation = await arrange();
    expect(await pairs.told('trainee')).toContainEqual(expect.stringContaining('Групповая консультация'));
    // Whoever is about to register sees when and where.
    const { actions } = granted(await pairs.office.runtime.viewInstance(pairs.who.trainee, consultation));
    expect(actions).toMatchObject([{ key: 'register', data: { about: 'Как начать заявку на грант', date: pairs.today(10), place: 'Методический центр, каб. 3' } }]);
    await pairs.days(6);
    expect((await pairs.snapshot(consultation)).state).toBe('registration');
    await pairs.days(3);
    expect(await pairs.snapshot(consultation)).toMatchObject({ status: 'completed', state: 'cancelled', result: 'no-participants' });
    expect(await row(consultation)).toMatchObject({ state: 'cancelled', registered: 0, season: '2026/2027' });
  });

  it('with fewer than needed is moved or held as the methodist decides; nobody is counted twice', async () => {
    const consultation = await arrange();
    await register(consultation);
    await register(consultation);
    expect((await pairs.snapshot(consultation)).variables['registered']).toHaveLength(1);
    await pairs.days(9);
    const date = pairs.today(8);
    await pairs.done('methodist', consultation, 'fewdecision', 'move', { newDate: date });
    expect(await pairs.told('trainee')).toContainEqual(expect.stringContaining('Консультация перенесена'));
    pairs.newCast();
    await register(consultation);
    await pairs.days(10);
    await pairs.done('methodist', consultation, 'result', 'recorded', { attended: 2, result: 'Разобрали две заявки' });
    expect(await pairs.snapshot(consultation)).toMatchObject({ status: 'completed', result: 'held' });
    expect(await row(consultation)).toMatchObject({ state: 'held', registered: 2, attended: 2, date });
  });
});

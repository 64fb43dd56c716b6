import { granted } from '../replay/office.js';
import { openMonitoringOffice, type MonitoringOffice } from './monitoring-office.js';

// A real database on a busy machine.
jest.setTimeout(120_000);

let m: MonitoringOffice;
beforeAll(async () => { m = await openMonitoringOffice(); }, 240_000);
// Throws unless every case, its history replayed, gives the snapshot that stands.
afterAll(() => m.office.close());

const items = (numerator: number, denominator: number) => [{ id: 'a', numerator, denominator }];
const summary = async (instance: string) => (await m.variables(instance))['summary'];
const act = async (instance: string, key: string, body: object) => {
  const action = granted(await m.office.runtime.viewInstance(m.lead, instance)).actions.find((each) => each.key === key)!;
  return m.office.runtime.triggerAction(m.lead, { instance, activity: action.activity, action: key, body: body as never, idempotencyKey: null });
};
const partOf = async (cycle: string, n: number): Promise<string> => (await m.taskOf(m.district(n).respondent, cycle, 'fill', m.district(n).organisation)).instance;
const sendFor = async (n: number, part: string, node: string, numerator: number, denominator: number): Promise<void> => {
  granted(await m.complete(m.district(n).respondent, part, node, { outcome: 'sent', data: { items: items(numerator, denominator) } }));
  granted(await m.complete(m.district(n).director, part, 'confirm', { outcome: 'confirmed' }));
  granted(await m.complete(m.lead, part, 'check', { outcome: 'accepted' }));
  await m.office.settle();
};

describe('a respondent that was reorganised', () => {
  it('2.2.4 is answered for by its successor, who answers for both, and both are counted', async () => {
    const cycle = await m.begin([1, 2]);
    const part = await partOf(cycle, 2);
    expect(await act(part, 'succeed', { data: { successor: m.district(1).organisation } })).toMatchObject({ ok: false, refusal: { errors: [{ pointer: '/data/reason' }] } });
    granted(await act(part, 'succeed', { data: { successor: m.district(1).organisation, reason: 'Присоединена к району 1 с 1 сентября' } }));
    await m.office.settle();
    await expect(m.taskOf(m.district(2).respondent, part, 'fill')).rejects.toThrow('nothing at fill');
    await m.answer(cycle, 1, items(9, 10));
    const own = granted(await m.office.runtime.viewTask(m.district(1).respondent, (await m.taskOf(m.district(1).respondent, part, 'fill')).id));
    expect(own.data['organisation']).toBe(m.district(2).organisation);
    await sendFor(1, part, 'fill', 1, 5);
    expect(await summary(cycle)).toMatchObject({ coverage: { asked: 2, accepted: 2, absent: [] }, indicators: [{ numerator: 10, denominator: 15, answered: 2 }] });
  });

  it('2.2.6 is left out with a reason after the sum as before it, or its successor corrects the answer: version by version', async () => {
    const cycle = await m.begin([1, 2, 3], { resultsOrder: false, letters: true });
    for (const n of [1, 2, 3]) await m.answer(cycle, n, items(n, 10));
    const deadline = '2026-12-20';
    granted(await act(cycle, 'reopen', { data: { respondents: [m.district(2).organisation], successor: m.district(1).organisation, reason: 'Район 2 присоединён к району 1', deadline } }));
    await m.office.settle();
    const again = (await m.taskOf(m.district(1).respondent, cycle, 'fill')).instance;
    await sendFor(1, again, 'fill', 4, 10);
    expect(await summary(cycle)).toMatchObject({ version: 2, coverage: { asked: 3, accepted: 3 }, indicators: [{ numerator: 8, denominator: 30 }] });

    granted(await act(cycle, 'reopen', { data: { respondents: [m.district(3).organisation], reason: 'Район 3 упразднён до конца периода', deadline } }));
    await m.office.settle();
    const gone = await partOf(cycle, 3);
    expect(await act(gone, 'exclude', {})).toMatchObject({ ok: false, refusal: { status: 422 } });
    granted(await act(gone, 'exclude', { remark: 'Район упразднён' }));
    await m.office.settle();
    expect(await summary(cycle)).toMatchObject({ version: 3, reason: 'Район 3 упразднён до конца периода', coverage: { asked: 3, accepted: 2, excluded: 1, percent: 100 }, indicators: [{ numerator: 5, denominator: 20 }] });
  });

  it('2.2.9 is not waited for with the results: whoever runs the cycle closes its part with a reason', async () => {
    const cycle = await m.begin([1], { resultsOrder: false });
    await m.answer(cycle, 1, items(9, 10));
    await m.measures(cycle);
    const part = (await m.taskOf(m.district(1).director, cycle, 'profile')).instance;
    granted(await act(part, 'skip', { remark: 'Организация упразднена' }));
    await m.office.settle();
    const ended = granted(await m.office.runtime.viewInstance(m.lead, cycle)).children.find(({ node }) => node === 'profiles');
    expect(ended?.items.map(({ result }) => result)).toEqual(['unread']);
  });
});

import type { Caller } from '@reglament/runtime';
import { granted, openOffice, type Office } from '../replay/office.js';

let office: Office;
let methodist: Caller;
beforeAll(async () => {
  office = await openOffice();
  methodist = await office.person('methodist');
}, 120_000);
afterAll(() => office.close());

const survey = (respondents: readonly object[]) => ({ question: 'Что мешает молодым педагогам?', due: '2027-03-01', respondents });
const begin = async (respondents: readonly object[]): Promise<string> =>
  granted(await office.runtime.startInstance(methodist, { body: { definition: 'link-survey', data: survey(respondents) }, idempotencyKey: null })).instance;

describe('a survey by personal links', () => {
  it('asks everybody by a link of their own, and ends when all have answered and the answers are read', async () => {
    const instance = await begin([{ name: 'Школа № 1', mail: 'one@school.test' }, { name: 'Школа № 2' }]);
    await office.settle();
    const links = granted(await office.runtime.listInvitations(methodist, instance));
    expect(links.map(({ part, address, state }) => [part, address, state])).toEqual([['Школа № 1', 'o***@school.test', 'open'], ['Школа № 2', null, 'open']]);
    for (const { id } of links) {
      const { path } = granted(await office.runtime.renewLink(methodist, id));
      const { respondent } = granted(await office.runtime.openLink({ token: path.split('#')[1] ?? '', address: 'there' }));
      const page = { respondent, locale: 'ru', address: null } as const;
      expect(granted(await office.runtime.viewRespond(page)).data).toEqual({ question: 'Что мешает молодым педагогам?' });
      granted(await office.runtime.submitRespond({ ...page, body: { outcome: 'send', data: { answer: 'Не хватает времени на встречи.' } }, idempotencyKey: null }));
    }
    await office.settle();
    expect(granted(await office.runtime.viewInstance(methodist, instance)).state?.key).toBe('answered');
    await office.complete('methodist', instance, 'read', { outcome: 'read' });
    expect(granted(await office.runtime.viewInstance(methodist, instance)).status).toBe('completed');
  });

  it('takes no address that is none', async () => {
    const refused = await office.runtime.startInstance(methodist, { body: { definition: 'link-survey', data: survey([{ name: 'Школа № 3', mail: 'school' }]) }, idempotencyKey: null });
    expect(refused).toMatchObject({ ok: false, refusal: { status: 422, errors: [{ pointer: '/data/respondents/0/mail' }] } });
  });

  it('keeps the addresses in the case alone', async () => {
    const [{ found } = { found: -1 }] = await office.database.store.query<{ found: number }>({ text: `select count(*)::int as found from history where data::text like '%school.test%'` });
    expect(found).toBe(0);
  });
});

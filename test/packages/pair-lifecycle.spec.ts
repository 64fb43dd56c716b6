import PizZip from 'pizzip';
import { granted } from '../replay/office.js';
import { openPairOffice, type PairOffice } from './pair-office.js';

// A real database on a busy machine, and a case of sixty steps.
jest.setTimeout(180_000);

let pairs: PairOffice;
beforeAll(async () => { pairs = await openPairOffice(); }, 180_000);
// Throws unless the database keeps every promise and every case replays to its snapshot.
afterAll(() => pairs.close());

async function textOf(document: { readonly id: string }): Promise<string> {
  const file = granted(await pairs.office.runtime.readDocumentFile(pairs.who.clerk, { document: document.id, format: 'docx' }));
  const xml = new PizZip(file.bytes).file('word/document.xml')!.asText();
  return xml.split('</w:p>').map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((run) => run[1]).join('')).join('\n').replaceAll('\u00a0', ' ');
}

describe('a pair', () => {
  it('2.1.1–2.1.11 goes from the application to the certificate, the reference and the Book of reviews', async () => {
    // given a mentor of the trainee's own school, on leave, who cannot help with that deficit
    const { school } = pairs.application();
    granted(await pairs.tryStart('methodist', 'deficit-card', { code: 'Д-2', title: 'Работа с цифровой средой', area: 'digital' }));
    const [otherDeficit] = await pairs.office.database.store.query<{ id: string }>({ text: `select id from records where data ->> 'code' = 'Д-2'` });
    granted(await pairs.tryStart('methodist', 'mentor-card', pairs.mentorCard('lawyer', { school, onLeave: true, competences: [`record:${otherDeficit!.id}`] })));
    const pair = await pairs.apply();
    const proposals = await pairs.proposals(pair);
    const of = (login: 'mentor1' | 'lawyer') => proposals.find(({ mentor }) => mentor === pairs.who[login].person);
    expect(of('mentor1')).toMatchObject({ score: 90, why: 'компетенция закрывает дефицит: 50; другая организация: 20; есть место: 20', conflict: '' });
    expect(of('lawyer')).toMatchObject({ score: 0, why: '', conflict: 'тот же орган, перегрузка' });
    expect(proposals.map(({ score }) => score)).toEqual(proposals.map(({ score }) => Number(score)).sort((one, other) => other - one));
    await pairs.chosen(pair);
    expect((await pairs.snapshot(pair)).state).toBe('consent');
    await pairs.consented(pair);
    await pairs.ordered(pair);
    expect(await pairs.snapshot(pair)).toMatchObject({ state: 'approved', variables: { orderFacts: { number: '1', title: 'Об утверждении пары «мастер – практикант»' } } });
    expect(await pairs.told('mentor1')).toContainEqual(expect.stringContaining('Пара утверждена приказом от 26.11.2026 № 1'));
    await pairs.planned(pair);
    for (let n = 0; n < 3; n += 1) {
      await pairs.days(1);
      await pairs.meeting(pair);
    }
    expect((await pairs.snapshot(pair)).state).toBe('active');
    expect(await pairs.records('pairs', 'case', pair)).toMatchObject([{ state: 'active', meetings: 3, hours: 4.5, orderNumber: '1', season: '2026/2027', approvedOn: '2026-11-26', firstMeeting: '2026-11-27', daysToFirstMeeting: 1 }]);
    await pairs.evaluated(pair, { toBank: true });

    const text = 'Работа в паре помогла увидеть методический день целиком: от замысла и программы до разбора результатов с коллегами.';
    await pairs.done('mentor1', pair, 'mentorreview', 'sent', { text, useful: 4, publishConsent: true });
    await pairs.done('trainee1', pair, 'traineereview', 'sent', { text, useful: 5, publishConsent: true });
    await pairs.done('specialist', pair, 'mentormoderation', 'returned', {}, 'Назовите, что удалось');
    await pairs.done('mentor1', pair, 'mentorreview', 'sent', { text: `${text} Сценарий принят советом.`, useful: 4, publishConsent: true });
    await pairs.done('specialist', pair, 'mentormoderation', 'published');
    await pairs.done('specialist', pair, 'traineemoderation', 'published');
    for (const document of ['certificate', 'reference']) {
      await pairs.done('head', pair, `${document}-sign`, 'signed');
      await pairs.done('clerk', pair, `${document}-register`, 'registered');
    }
    await pairs.until(async () => (await pairs.snapshot(pair)).state === 'completed');
    const { variables, state } = await pairs.snapshot(pair);
    expect(state).toBe('completed');
    expect(variables).toMatchObject({ certificate: { number: 'СЕРТ-1/26' }, reference: { number: 'СПР-1/26' } });
    expect(await pairs.records('pairs', 'case', pair)).toMatchObject([{ state: 'completed', open: false, certificateNumber: 'СЕРТ-1/26', referenceNumber: 'СПР-1/26', product: 'Сценарий методического дня', score: 5 }]);
    const product = { name: 'Сценарий методического дня', season: '2026/2027', url: 'https://example.org/product', mentor: pairs.who.mentor.person, trainee: pairs.who.trainee.person, proposedAt: '2026-11-29' };
    expect(await pairs.records('bank', 'case', pair)).toEqual([expect.objectContaining(product)]);
    expect(await textOf(variables['reference'] as { id: string })).toMatch(/СПРАВКА\n№ СПР-1\/26 от 29 ноября 2026 г\.[\s\S]*Дана Тополеву Павлу Михайловичу[\s\S]*Продукт практики: «Сценарий методического дня»\.[\s\S]*Оценка мастера: 5 из 5, результат достигнут полностью/);
    expect(await textOf(variables['certificate'] as { id: string })).toMatch(/СЕРТИФИКАТ\n№ СЕРТ-1\/26[\s\S]*Пчелиной/);

    const book = granted(await pairs.office.runtime.startInstance(pairs.who.methodist, { body: { definition: 'reviews-book', data: { season: '2026/2027' } }, idempotencyKey: null })).instance;
    await pairs.office.settle();
    const compiled = await pairs.snapshot(book);
    expect(compiled).toMatchObject({ status: 'completed', state: 'ready' });
    const pages = await textOf(compiled.variables['document'] as { id: string });
    expect(pages).toMatch(/КНИГА ОТЗЫВОВ[\s\S]*2026\/2027 учебный год[\s\S]*Отзывов: 2\./);
    expect(pages).toContain('Сценарий принят советом');
  });

  it('2.1.1 is begun at the department by whoever is a trainee there, wherever they work', async () => {
    const startable = async (who: 'trainee1' | 'specialist') => granted(await pairs.office.runtime.listDefinitions(pairs.who[who], {})).items.find(({ key }) => key === 'pair-lifecycle')?.startIn ?? [];
    const { organisation } = await pairs.snapshot(await pairs.apply({ roleInActive: 'none' }));
    expect(await startable('trainee1')).toEqual([organisation]);
    expect(await startable('specialist')).toEqual([]);
  });

  it('2.1.6 is approved by one order with the other pairs of the season that wait for it', async () => {
    const waiting: string[] = [];
    for (const topic of ['Открытый урок как форма обмена опытом', 'Наставничество в малой школе']) {
      pairs.newCast();
      const pair = await pairs.apply({ topic });
      await pairs.done('specialist', pair, 'choose', 'chosen', { mentor: pairs.who.mentor.person, reason: 'Совпадает тема', commonOrder: true });
      await pairs.consented(pair);
      await pairs.done('head', pair, 'approval', 'approved');
      expect((await pairs.snapshot(pair)).state).toBe('awaiting-order');
      waiting.push(pair);
    }
    const order = granted(await pairs.tryStart('specialist', 'pairs-order', { season: '2026/2027' })).instance;
    const { data } = granted(await pairs.office.runtime.viewTask(pairs.who.specialist, (await pairs.task(order, 'draft')).id));
    expect(data).toMatchObject({ title: 'Об утверждении пар «мастер – практикант»', clauses: [{ text: expect.stringContaining('2 пар') as string, clauses: [{ text: '«Открытый урок как форма обмена опытом».' }, {}] }, { type: 'control' }] });
    await pairs.signed(order);
    for (const pair of waiting) expect(await pairs.snapshot(pair)).toMatchObject({ state: 'approved', variables: { orderFacts: { number: '2' } } });
    expect(await pairs.snapshot(order)).toMatchObject({ state: 'told' });
    const none = granted(await pairs.tryStart('specialist', 'pairs-order', { season: '2026/2027' })).instance;
    expect(await pairs.snapshot(none)).toMatchObject({ status: 'completed', result: 'nothing' });
  });
});

import { organisationIn, testDatabase, type TestDatabase } from '@reglament/testing';
import type { Store } from '../connection/connect-store.js';
import { inTransaction } from '../connection/in-transaction.js';
import { listJournalEntries, journalSummaries, voidNumber } from './journal-entries.js';
import { takeNumber, type NumberRequest, type NumberResult } from './take-number.js';

let db: TestDatabase;
let organisation: { id: string; path: string };
beforeAll(async () => {
  db = await testDatabase();
  organisation = await organisationIn(db.store);
});
afterAll(() => db.close());

const take = (journal: string, given: Partial<NumberRequest> = {}, on: Store = db.store): Promise<NumberResult> => inTransaction(on, (tx) => takeNumber(tx, {
  organisation: organisation.id, journal, year: 2026, date: '2026-11-22', format: (seq, suffix) => `${seq}${suffix}-од`,
  entry: { registeredBy: 'person:x', title: 'Об итогах' }, ...given,
}));

const numbers = async (journal: string): Promise<readonly string[]> =>
  (await listJournalEntries(db.store, { paths: [organisation.path], journal }, { limit: 200 })).items.map((entry) => entry.number);

describe('a journal', () => {
  it('gives numbers without gaps to sixty registrations by three clients at once', async () => {
    const clients = [db.store, await db.connect(), await db.connect()];
    const results = await Promise.all(Array.from({ length: 60 }, (_, n) => take('orders', {}, clients[n % 3] as Store)));
    expect(results.flatMap((result) => (result.kind === 'taken' ? [result.seq] : [])).sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
  });

  it('gives the number of a registration that was rolled back to the next one', async () => {
    await take('letters');
    await expect(inTransaction(db.store, async (tx) => {
      await takeNumber(tx, { organisation: organisation.id, journal: 'letters', year: 2026, date: '2026-11-22', format: String, entry: { registeredBy: 'person:x' } });
      throw new Error('the signature was refused');
    })).rejects.toThrow('the signature was refused');
    expect(await take('letters')).toMatchObject({ seq: 2 });
  });

  it('gives 110а to one and 111 to the other when both register at once', async () => {
    await take('notes', { first: 110 });
    const [late, next] = await Promise.all([
      take('notes', { suffixOf: 110, reason: 'Зарегистрирован с опозданием' }),
      take('notes', {}, await db.connect()),
    ]);
    expect(late).toMatchObject({ kind: 'taken', seq: 110, suffix: 'а', number: '110а-од' });
    expect(next).toMatchObject({ kind: 'taken', seq: 111, suffix: '' });
    expect(await take('notes', { suffixOf: 110, reason: 'Ещё один' })).toMatchObject({ number: '110б-од' });
    expect(await numbers('notes')).toEqual(['110-од', '110а-од', '110б-од', '111-од']);
  });

  it('refuses a letter without a reason, and after a number that was never given', async () => {
    await take('acts');
    expect(await take('acts', { suffixOf: 1 })).toEqual({ kind: 'refused', code: 'reasonRequired' });
    expect(await take('acts', { suffixOf: 7, reason: 'Опоздал' })).toEqual({ kind: 'refused', code: 'noSuchNumber' });
    expect(await numbers('acts')).toEqual(['1-од']);
  });

  it('refuses a date before the last one unless a reason is given', async () => {
    await take('protocols');
    expect(await take('protocols', { date: '2026-11-01' })).toEqual({ kind: 'refused', code: 'dateBeforeLast', lastDate: '2026-11-22' });
    expect(await take('protocols', { date: '2026-11-01', reason: 'Поступил позже' })).toMatchObject({ kind: 'taken', seq: 2 });
    expect(await take('protocols', { date: '2026-11-21' })).toMatchObject({ code: 'dateBeforeLast', lastDate: '2026-11-22' });
  });

  it('sorts numbers as people count', async () => {
    for (let n = 0; n < 11; n += 1) await take('certificates');
    expect((await numbers('certificates')).slice(8)).toEqual(['9-од', '10-од', '11-од']);
  });

  it('keeps the row of a number that was annulled', async () => {
    const taken = await take('orders-2');
    if (taken.kind !== 'taken') throw new Error('not taken');
    expect(await inTransaction(db.store, (tx) => voidNumber(tx, taken.entry, 'Ошибка регистрации'))).toBe(true);
    expect(await inTransaction(db.store, (tx) => voidNumber(tx, taken.entry, 'Ещё раз'))).toBe(false);
    expect((await listJournalEntries(db.store, { paths: [organisation.path], journal: 'orders-2' })).items).toMatchObject([{ status: 'void', reason: 'Ошибка регистрации' }]);
    expect((await journalSummaries(db.store, [organisation.path])).find((state) => state.journal === 'orders-2')).toMatchObject({ lastSeq: 1, count: 1, last: '1-од' });
  });
});

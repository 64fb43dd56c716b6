import { randomUUID } from 'node:crypto';
import { organisationIn, testDatabase, type TestDatabase } from '@reglament/testing';
import { inTransaction } from '../connection/in-transaction.js';
import { accessFactsOf } from './access-facts.js';
import { addEmployments, addPeople, addRoleAssignments } from './add-person.js';
import { listPeople } from './list-people.js';
import { partyTitles } from './party-titles.js';
import { putPositions, putRoles } from './reference-data.js';
import { moveClock } from '../settings/settings.js';
import { searchParties } from './search-parties.js';
import { addSubstitution, cancelSubstitution, listSubstitutions } from './substitutions.js';

describe('people', () => {
  const [head, deputy] = [randomUUID(), randomUUID()];
  let database: TestDatabase;
  let office: { id: string; path: string };
  let foreign: { id: string; path: string };

  beforeAll(async () => {
    database = await testDatabase();
    office = await organisationIn(database.store);
    foreign = await organisationIn(database.store, { shortName: 'Другой отдел' });
    await putRoles(database.store, office.id, [{ key: 'chief', title: { ru: 'Начальник', en: 'Chief' }, permissions: ['seeJournals'] }]);
    await putPositions(database.store, [{ key: 'head-of-office', title: 'Начальник отдела', head: true }]);
    const person = (id: string, surname: string, givenName: string) => ({ id, organisation: office.id, surname, givenName, patronymic: 'Ильинична', gender: 'female' as const });
    await addPeople(database.store, [person(head, 'Лугова', 'Мария'), person(deputy, 'Ёлкина', 'Яна'), { ...person(randomUUID(), 'Лугова', 'Чужая'), organisation: foreign.id }]);
    await addEmployments(database.store, [{ id: randomUUID(), person: head, organisation: office.id, position: 'head-of-office', from: null, to: null }]);
    await addRoleAssignments(database.store, [{ id: randomUUID(), person: head, organisation: office.id, role: 'chief', from: '2026-01-01', to: null }]);
  });
  afterAll(() => database.close());

  it('hold roles with the permissions that data gives to the role', async () => {
    expect(await accessFactsOf(database.store, head, '2026-11-22')).toEqual({
      own: {
        person: `person:${head}`,
        roles: [{ role: 'chief', organisation: office.id, path: office.path, permissions: ['seeJournals'], from: '2026-01-01', to: null }],
        positions: [{ position: 'head-of-office', organisation: office.id, path: office.path, head: true, from: null, to: null }],
      },
      standsInFor: [],
    });
    expect(await accessFactsOf(database.store, randomUUID(), '2026-11-22')).toBeNull();
  });

  it('stand in for the absent with everything that these hold, until it is cancelled', async () => {
    const id = randomUUID();
    const draft = { id, absent: head, substitute: deputy, from: '2026-11-20', to: '2026-11-30', basis: 'Приказ о замещении' };
    expect(await inTransaction(database.store, (tx) => addSubstitution(tx, draft, `person:${head}`))).toBe(true);
    const facts = await accessFactsOf(database.store, deputy, '2026-11-22');
    expect(facts?.standsInFor).toMatchObject([{ substitution: id, from: '2026-11-20', to: '2026-11-30', only: null, absent: { person: `person:${head}`, roles: [{ role: 'chief' }] } }]);
    expect((await accessFactsOf(database.store, deputy, '2026-12-05'))?.standsInFor).toEqual([]);
    expect(await listSubstitutions(database.store, [office.path], head)).toMatchObject([{ id, cancelled: false }]);
    await inTransaction(database.store, (tx) => cancelSubstitution(tx, id));
    expect((await accessFactsOf(database.store, deputy, '2026-11-22'))?.standsInFor).toEqual([]);
  });

  it('are found by beginnings of words, inside the scope alone', async () => {
    const search = (text: string, types: readonly ('person' | 'organisation' | 'position')[] = ['person']) => searchParties(database.store, { text, types, role: null, paths: [office.path], near: office.id, on: '2026-11-22' });
    expect((await search('луг мар')).map(({ title }) => title)).toEqual(['Лугова Мария Ильинична']);
    expect(await search('%')).toEqual([]);
    expect(await search('начальник', ['position'])).toEqual([{ reference: `position:head-of-office@${office.id}`, title: 'Начальник отдела', subtitle: 'Методический центр' }]);
  });

  it('and other parties have titles in the language asked for', async () => {
    const titles = await partyTitles(database.store, [`person:${head}`, `role:chief@${office.id}`, `organisation:${foreign.id}`, 'person:unknown'], 'en');
    expect([...titles.values()].map(({ title }) => title).sort()).toEqual(['Chief', 'Другой отдел', 'Лугова Мария Ильинична']);
  });

  it('are listed in Russian order, page by page', async () => {
    const first = await listPeople(database.store, { paths: [office.path] }, { limit: 1 });
    expect(first).toMatchObject({ total: 2, items: [{ fullName: 'Ёлкина Яна Ильинична' }], pageInfo: { hasNextPage: true } });
    const second = await listPeople(database.store, { paths: [office.path] }, { limit: 1, after: first.pageInfo.endCursor ?? '' });
    expect(second.items).toMatchObject([{ fullName: 'Лугова Мария Ильинична', position: 'Начальник отдела', blocked: false, roles: [{ role: 'chief', organisation: office.id }] }]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('hold what they hold on the business date, whatever the server calls today', async () => {
    const leaving = randomUUID();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await addPeople(database.store, [{ id: leaving, organisation: office.id, surname: 'Уходов', givenName: 'Олег', patronymic: null, gender: 'male' }]);
    await addEmployments(database.store, [{ id: randomUUID(), person: leaving, organisation: office.id, position: 'head-of-office', from: null, to: tomorrow }]);
    await addRoleAssignments(database.store, [{ id: randomUUID(), person: leaving, organisation: office.id, role: 'chief', from: null, to: tomorrow }]);
    const seen = async () => {
      const [listed] = (await listPeople(database.store, { paths: [office.path], id: leaving })).items;
      return { position: listed?.position, roles: listed?.roles.length, subtitle: (await partyTitles(database.store, [`person:${leaving}`], 'ru')).get(`person:${leaving}`)?.subtitle };
    };
    expect(await seen()).toEqual({ position: 'Начальник отдела', roles: 1, subtitle: expect.stringContaining('Начальник отдела') });
    await moveClock(database.store, 3 * 86_400);
    expect(await seen()).toEqual({ position: null, roles: 0, subtitle: undefined });
  });
});

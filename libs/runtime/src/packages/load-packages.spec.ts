import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { contentHash, type FlowNode } from '@reglament/contracts';
import { findCurrentDefinition, findCurrentForms, inTransaction, publishDefinition } from '@reglament/store';
import { organisationIn, testDatabase, type TestDatabase } from '@reglament/testing';
import { createRegistries } from '../registries.js';
import { loadPackages } from './load-packages.js';
import { PackagesInvalid } from './package-problem.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let database: TestDatabase;
let organisation: string;
let root: string;
beforeEach(async () => {
  database = await testDatabase();
  organisation = (await organisationIn(database.store)).id;
  root = await mkdtemp(path.join(os.tmpdir(), 'reglament-packages-'));
});
afterEach(async () => {
  await database.close();
  await rm(root, { recursive: true, force: true });
});

const manifest = { format: 1, key: 'loans', title: 'Loans', version: '1.0.0' };
const form = { format: 1, key: 'wish', title: 'Wish', schema: { type: 'object', properties: { what: { type: 'string' } }, required: ['what'], additionalProperties: false }, ui: { sections: [{ key: 'all', title: 'Wish', fields: [{ path: 'what', widget: 'text', label: 'What' }] }] } };
const loan = (title: string, nodes: Readonly<Record<string, FlowNode>> = {}) => ({
  format: 1, key: 'loan', title,
  nodes: {
    begin: { type: 'startEvent', performers: [{ type: 'role', role: 'keeper' }], next: 'ask' },
    ask: { type: 'userTask', title: 'Ask', performers: [{ type: 'role', role: 'keeper' }], form: 'wish', outcomes: { done: { title: 'Done', to: 'end' } } }, end: { type: 'endEvent' }, ...nodes,
  },
});
const sound = { 'reglament.json': manifest, 'roles.json': [{ key: 'keeper', title: 'Keeper' }], 'forms/wish.json': form, 'processes/loan.json': loan('Loan') };

async function write(files: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [file, content] of Object.entries(files)) {
    const place = path.join(root, 'workflows/loans', file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, typeof content === 'string' ? content : JSON.stringify(content));
  }
}
const load = () => loadPackages(database.store, { root, organisation, demo: false, ...createRegistries() });
const current = () => findCurrentDefinition(database.store, 'loan', organisation);
const loaded = async (): Promise<number> => (await database.store.query<{ n: number }>({ text: `select ((select count(*) from process_definitions) + (select count(*) from forms) + (select count(*) from roles) + (select count(*) from packages))::int as n` }))[0]!.n;

describe('packages', () => {
  it('are loaded once by content, and again when something of them changes', async () => {
    await write(sound);
    expect(await load()).toEqual([{ key: 'loans', published: 2, unchanged: 0, kept: 0 }]);
    expect(await load()).toEqual([{ key: 'loans', published: 0, unchanged: 2, kept: 0 }]);
    await write({ 'processes/loan.json': loan('Loan of a book') });
    expect(await load()).toEqual([{ key: 'loans', published: 1, unchanged: 1, kept: 0 }]);
    expect((await current())?.version).toBe(2);
  });

  it('whose form changes bring a new version of every process that shows it', async () => {
    await write(sound);
    await load();
    await write({ 'forms/wish.json': { ...form, title: 'Your wish' } });
    expect(await load()).toEqual([{ key: 'loans', published: 2, unchanged: 0, kept: 0 }]);
    const [newest] = await findCurrentForms(database.store, organisation);
    expect((await current())?.pins).toEqual({ forms: { wish: newest!.hash } });
  });

  it('never take the place of what was made in the panel', async () => {
    await write(sound);
    await load();
    const mine = loan('Ours');
    await inTransaction(database.store, (tx) => publishDefinition(tx, { organisation, key: 'loan', hash: contentHash(mine), title: 'Ours', content: mine, origin: 'panel', package: null, publishedBy: null }, {}, null));
    await write({ 'processes/loan.json': loan('Theirs') });
    expect(await load()).toEqual([{ key: 'loans', published: 0, unchanged: 1, kept: 1 }]);
    expect((await current())?.title).toBe('Ours');
  });

  it('with faults are refused with every one of them, by file, place, found and expected; nothing is loaded', async () => {
    await write({
      ...sound,
      'reglament.json': { ...manifest, requires: ['nowhere'], colour: 'red' },
      'roles.json': [{ key: 'keeper', title: 'Keeper', permissions: ['fly'] }],
      'journals/book.json': { format: 1, key: 'book', title: 'Book', mask: 'no number', reset: { type: 'never' } },
      'document-kinds/torn.json': '{ "format": 1,',
      'forms/wish.json': { ...form, schema: { type: 'object', propertees: {} } },
      'processes/loan.json': loan('Loan', {
        lend: { type: 'userTask', title: 'Lend', performers: [{ type: 'role', role: 'ghost' }], form: 'nothing', outcomes: { done: { title: 'Done', to: 'nowhere' } } },
        fly: { type: 'serviceTask', title: 'Fly', handler: 'fly', next: 'end' },
      }),
    });
    const fault = await load().then(() => null, (error: unknown) => error);
    expect(fault).toBeInstanceOf(PackagesInvalid);
    const { problems } = fault as PackagesInvalid;
    const told = (file: string, pointer: string): unknown => problems.find((problem) => problem.file === `workflows/loans/${file}` && problem.pointer === pointer);
    expect(told('reglament.json', '/colour')).toMatchObject({ found: expect.any(String), expected: 'no such key' });
    expect(told('reglament.json', '/requires/0')).toMatchObject({ found: '"nowhere"', expected: expect.stringContaining('loans') });
    expect(told('roles.json', '/0/permissions/0')).toMatchObject({ found: '"fly"', expected: expect.stringContaining('seeIncidents') });
    expect(told('journals/book.json', '/mask')).toBeDefined();
    expect(told('document-kinds/torn.json', '')).toMatchObject({ expected: 'a JSON document' });
    expect(told('forms/wish.json', '/schema/propertees')).toBeDefined();
    expect(told('processes/loan.json', '/nodes/lend/performers/0/role')).toMatchObject({ found: '"ghost"', expected: 'one of the roles keeper' });
    expect(told('processes/loan.json', '/nodes/lend/form')).toBeDefined();
    expect(told('processes/loan.json', '/nodes/lend/outcomes/done/to')).toBeDefined();
    expect(told('processes/loan.json', '/nodes/fly/handler')).toBeDefined();
    expect(await loaded()).toBe(0);
  });

  it('with a process that stops on one of its ways are refused, with the story of that way and its steps', async () => {
    const work = (to: Readonly<Record<string, string>>): FlowNode => ({ type: 'userTask', title: 'Work', performers: [{ type: 'role', role: 'keeper' }], outcomes: Object.fromEntries(Object.entries(to).map(([key, next]) => [key, { title: key, to: next }])) });
    const loans = { ...loan('Loan').nodes, begin: { type: 'startEvent', performers: [{ type: 'role', role: 'keeper' }], next: 'both' } };
    await write({
      ...sound,
      'processes/loan.json': { ...loan('Loan'), nodes: { ...loans, both: { type: 'parallelGateway', flows: [{ to: 'ask' }, { to: 'look' }] }, ask: work({ done: 'join', drop: 'end' }), look: work({ done: 'join' }), join: { type: 'parallelGateway', flows: [{ to: 'end' }] } } },
    });
    const fault = await load().then(() => null, (error: unknown) => error as PackagesInvalid);
    expect(fault).toBeInstanceOf(PackagesInvalid);
    expect(fault?.problems).toMatchObject([{ file: 'workflows/loans/processes/loan.json', pointer: '/nodes/join', code: 'model.joinWaits' }]);
    expect(fault?.problems[0]?.story?.en[1]).toBe('At "Work" somebody chooses "drop".');
    expect(fault?.problems[0]?.steps).toHaveLength(3);
    expect(await loaded()).toBe(0);
  });

  it('with a service that names a registry, or fields of its records, that are not there are told so', async () => {
    const keep = (registry: string, data: string): FlowNode => ({ type: 'serviceTask', title: 'Keep', handler: 'record.write', input: { registry: { value: registry }, data: { feel: data } }, next: 'end' });
    const wishes = { format: 1, key: 'wishes', title: 'Wishes', form: 'wish', naturalKey: ['what'], titleField: 'what', columns: [{ field: 'what' }], read: ['keeper'] };
    await write({ ...sound, 'registries/wishes.json': wishes, 'processes/loan.json': loan('Loan', { keep: keep('wishes', '{ what: "a", wen: 1 }'), other: keep('books', '{ what: "a" }') }) });
    const fault = await load().then(() => null, (error: unknown) => error as PackagesInvalid);
    expect(fault?.problems.filter(({ pointer }) => pointer.includes('/input')).map(({ pointer, found, expected }) => [pointer, found, expected])).toEqual([
      ['/nodes/keep/input/data', '"wen"', 'one of the fields what'], ['/nodes/other/input/registry/value', '"books"', 'one of the registries wishes'],
    ]);
    await write({ 'processes/loan.json': loan('Loan') });
    expect(await load()).toEqual([{ key: 'loans', published: 3, unchanged: 0, kept: 0 }]);
    await write({ 'forms/wish.json': { ...form, title: 'Your wish' } });
    expect(await load()).toEqual([{ key: 'loans', published: 3, unchanged: 0, kept: 0 }]);
  });

  it('that are not there are no fault: the product starts without any', async () => {
    expect(await load()).toEqual([]);
  });
});

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PizZip from 'pizzip';
import type { TemplateDocument } from '@reglament/contracts';
import { contentHashOf } from '@reglament/documents';
import { documentFiles, documentsOf, inTransaction, loadInstance, verify } from '@reglament/store';
import { createRegistries, loadPackages, type Caller } from '@reglament/runtime';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

const fixture = path.join(__dirname, 'fixtures/template-package');

let office: SmallOffice;
let worker: Caller;
let root: string;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'template-package-'));
  await cp(fixture, root, { recursive: true });
  office = await openSmallOffice({ roles: [] });
  await load();
  worker = await office.person('worker');
}, 60_000);
afterAll(async () => {
  await office.close();
  await rm(root, { recursive: true });
});

const load = () => loadPackages(office.store, { root, organisation: office.organisation, demo: false, ...createRegistries() });
const templateFile = () => path.join(root, 'workflows/papers/templates/note.docx');

/** Changes a text of the template, as somebody with Word would. */
async function retype(from: string, to: string): Promise<void> {
  const archive = new PizZip(await readFile(templateFile()));
  archive.file('word/document.xml', archive.file('word/document.xml')!.asText().replace(from, to));
  await writeFile(templateFile(), archive.generate({ type: 'nodebuffer', compression: 'DEFLATE' }));
}

async function complete(instance: string, outcome: string): Promise<void> {
  const [task] = await office.tasks(instance);
  granted(await office.runtime.completeTask(worker, { task: task!.id, body: { outcome }, idempotencyKey: null }));
}

async function composed(outcome: 'whole' | 'empty') {
  await office.runtime.shell.settings.refresh();
  const instance = await office.start(worker, 'note');
  await complete(instance, outcome);
  const [document] = await documentsOf(office.store, instance);
  return { instance, document: document! };
}

async function textOf(document: string): Promise<string> {
  const { bytes } = granted(await office.runtime.readDocumentFile(worker, { document, format: 'docx' }));
  return [...new PizZip(bytes).file('word/document.xml')!.asText().matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((run) => run[1]).join('|').replaceAll('\u00a0', ' ');
}

describe('a document that a template of a package makes', () => {
  it('is composed from the data of its task and filled into a Word file', async () => {
    const { instance, document } = await composed('whole');
    expect(document).toMatchObject({ kind: 'note', title: 'On paper', version: 1 });
    await complete(instance, 'render');
    await office.settle();
    expect((await loadInstance(office.store, instance))!.snapshot.status).toBe('completed');
    const text = await textOf(document.id);
    expect(text).toMatch(/On paper.*From .*Person .*Code: .*AB-1/);
    expect(text).not.toMatch(/[{}]|Because/);
    expect((await documentFiles(office.store, document.id, 1)).map(({ format }) => format)).toContain('docx');
  }, 60_000);

  it('says in a sentence that there is no PDF where the machine has no office suite', async () => {
    const searchPath = process.env['PATH'];
    process.env['PATH'] = root;
    try {
      const { instance, document } = await composed('whole');
      await complete(instance, 'render');
      await office.settle();
      const view = granted(await office.runtime.viewDocument({ ...worker, locale: 'ru' }, document.id));
      expect(view).toMatchObject({ rendering: 'ready', files: [{ format: 'docx' }], filesNote: expect.stringContaining('PDF нет') });
    } finally {
      process.env['PATH'] = searchPath;
    }
  }, 60_000);

  it('keeps the template that it was composed with, whatever is published later', async () => {
    const before = await composed('whole');
    await retype('Code:', 'Mark:');
    await load();
    const after = await composed('whole');
    expect(after.document.templateHash).not.toBe(before.document.templateHash);
    expect(after.document.contentHash).not.toBe(before.document.contentHash);
    for (const { instance } of [before, after]) await complete(instance, 'render');
    await office.settle();
    expect(await textOf(before.document.id)).toContain('Code:');
    expect(await textOf(after.document.id)).toContain('Mark:');
    const report = await verify(office.store, { documentHash: (content) => contentHashOf(content as TemplateDocument) });
    expect(report.checks.find(({ name }) => name === 'document-content')).toMatchObject({ outcome: 'holds' });
  }, 60_000);

  it('becomes an incident that names the placeholders which the data leave empty', async () => {
    const { instance, document } = await composed('empty');
    expect(document.title).toBe('Note');
    await complete(instance, 'render');
    await office.settle();
    const incidents = await inTransaction(office.store, (tx) => tx.query<{ code: string; message: string; attempts: number }>({ text: 'select code, message, attempts from incidents where instance = $1' }, [instance]));
    expect(incidents).toMatchObject([{ code: 'document.placeholdersEmpty', message: expect.stringContaining('"placeholders":["code"]'), attempts: 1 }]);
    expect(granted(await office.runtime.viewDocument(worker, document.id))).toMatchObject({ rendering: 'failed', files: [] });
  }, 60_000);
});

describe('a package with a template that cannot be used', () => {
  it('is refused with the file and the placeholder', async () => {
    await retype('{code}', '{code | nothing}');
    await expect(load()).rejects.toMatchObject({ problems: expect.arrayContaining([{ file: 'workflows/papers/templates/note.docx', pointer: '', found: '{nothing}', expected: 'a template that can be filled: Unknown filter' }]) });
    await retype('{code | nothing}', '{code}');
  });

  it('is refused where a task gives no data for a placeholder, with the task', async () => {
    await retype('{code}', '{unheard}');
    await expect(load()).rejects.toMatchObject({
      problems: ['compose-whole', 'compose-empty'].map((node) => ({ file: 'workflows/papers/processes/note.json', pointer: `/nodes/${node}/input`, found: 'nothing', expected: '"unheard", which the template of the kind asks for' })),
    });
  });
});

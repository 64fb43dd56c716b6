import { createHash, randomUUID } from 'node:crypto';
import { organisationIn, startOf, testDatabase, type TestDatabase } from '@reglament/testing';
import { inTransaction } from '../connection/in-transaction.js';
import { saveTransition } from '../transition/save-transition.js';
import { attachFiles, filesOf, findFileLink, linkFile, readFile, saveFile, sweepFiles } from '../files/files.js';
import { sniffType } from '../files/sniff-type.js';
import { documentsOf } from './document.js';
import { findDocument } from './find-document.js';
import { addSignature, documentFiles, documentVersions, findDocumentVersion, relationsOf, saveDocumentFile, signaturesOf } from './document-parts.js';
import { listDocuments } from './list-documents.js';
import { addDocument, markDocument, relateDocuments, saveDocumentVersion, type ChangeResult } from './save-document.js';

let db: TestDatabase;
let office: { id: string; path: string };
const anna = 'person:00000000-0000-4000-8000-00000000000a';
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
beforeAll(async () => {
  db = await testDatabase();
  office = await organisationIn(db.store);
});
afterAll(() => db.close());

async function added(title = 'Об итогах мониторинга', instance: string | null = null): Promise<string> {
  const id = randomUUID();
  await inTransaction(db.store, (tx) => addDocument(tx, {
    id, organisation: office.id, instance, kind: 'order', kindHash: null, title, state: 'draft', contentHash: hashOf('1'), templateHash: null, author: anna, parties: [],
    content: { title }, at: '2026-11-20T09:00:00.000Z',
  }));
  return id;
}

const change = (text: string) => ({ content: { text }, contentHash: hashOf(text), title: text, by: anna, at: '2026-11-21T09:00:00.000Z' });

describe('a document', () => {
  it('keeps every version, and makes none of the same content', async () => {
    const id = await added();
    const save = (version: number, text: string): Promise<ChangeResult> => inTransaction(db.store, (tx) => saveDocumentVersion(tx, id, version, change(text)));
    expect(await save(1, '1')).toEqual({ kind: 'unchanged', version: 1 });
    expect(await save(1, '2')).toEqual({ kind: 'saved', version: 2 });
    expect(await save(1, '3')).toEqual({ kind: 'conflict' });
    expect((await documentVersions(db.store, id)).map((each) => each.version)).toEqual([1, 2]);
    expect((await findDocumentVersion(db.store, id, 2))?.content).toEqual({ text: '2' });
  });

  it('gets its next version from one of two clients', async () => {
    const id = await added();
    const other = await db.connect();
    const results = await Promise.all([db.store, other].map((store, n) => inTransaction(store, (tx) => saveDocumentVersion(tx, id, 1, change(`text ${n}`)))));
    expect(results.map((result) => result.kind).sort()).toEqual(['conflict', 'saved']);
    expect(await documentVersions(db.store, id)).toHaveLength(2);
  });

  it('is signed only as the version and content that the signer saw', async () => {
    const id = await added();
    const sign = (version: number, contentHash: string): Promise<boolean> => inTransaction(db.store, (tx) => addSignature(tx, {
      id: randomUUID(), document: id, version, by: anna, right: { kind: 'direct' }, at: '2026-11-21T09:00:00.000Z', code: 'A1', contentHash, templateHash: null,
    }));
    expect(await sign(1, hashOf('other'))).toBe(false);
    expect(await sign(1, hashOf('1'))).toBe(true);
    await inTransaction(db.store, (tx) => saveDocumentVersion(tx, id, 1, change('2')));
    expect(await sign(1, hashOf('1'))).toBe(false);
    expect(await signaturesOf(db.store, id)).toMatchObject([{ by: anna, version: 1, right: { kind: 'direct' } }]);
  });

  it('does not change once it is registered', async () => {
    const id = await added();
    await inTransaction(db.store, (tx) => markDocument(tx, id, { state: 'registered', journal: 'orders', number: '110а', date: '2026-11-22', parties: [anna] }, '2027-02-05T09:00:00.000Z'));
    expect(await inTransaction(db.store, (tx) => saveDocumentVersion(tx, id, 1, change('2')))).toEqual({ kind: 'conflict' });
    expect(await findDocument(db.store, id)).toMatchObject({ number: '110а', date: '2026-11-22', state: 'registered', parties: [anna], version: 1, content: { title: 'Об итогах мониторинга' }, versions: [{ version: 1 }], registration: null, signatures: [], files: [], relations: [], retainUntil: null, updatedAt: '2027-02-05T09:00:00.000Z' });
  });

  it('knows what it amends and what repeals it', async () => {
    const [first, second] = [await added('Первый'), await added('Второй')];
    await inTransaction(db.store, (tx) => relateDocuments(tx, second, 'repeals', first));
    expect(await relationsOf(db.store, second)).toMatchObject([{ type: 'repeals', document: { id: first } }]);
    expect(await relationsOf(db.store, first)).toMatchObject([{ type: 'repealedBy', document: { id: second, title: 'Второй' } }]);
  });

  it('is listed for its parties, for those of its case and for those who look over its organisation', async () => {
    const start = startOf(office, { starter: 'person:starter' });
    await saveTransition(db.store, start);
    const id = await added('Единственный в своём роде', start.after.id);
    const seen = async (given: Partial<Parameters<typeof listDocuments>[1]>): Promise<readonly string[]> =>
      (await listDocuments(db.store, { keys: [], paths: [], registeredPaths: [], q: 'единственный', ...given })).items.map((each) => each.id);
    expect(await seen({})).toEqual([]);
    expect(await seen({ keys: ['person:starter'] })).toEqual([id]);
    expect(await seen({ paths: [office.path] })).toEqual([id]);
    expect(await seen({ registeredPaths: [office.path] })).toEqual([]);
    await inTransaction(db.store, (tx) => markDocument(tx, id, { number: '12', date: '2026-11-22', journal: 'orders', parties: ['person:reader'] }, '2026-11-22T09:00:00.000Z'));
    expect(await seen({ registeredPaths: [office.path], year: 2026 })).toEqual([id]);
    expect(await seen({ registeredPaths: [office.path], year: 2025 })).toEqual([]);
    expect(await seen({ keys: ['person:reader'] })).toEqual([id]);
    expect(await documentsOf(db.store, start.after.id)).toHaveLength(1);
  });
});

describe('files', () => {
  const pdf = Buffer.from('%PDF-1.7 содержание');

  it('are kept once, judged by content, and given back byte for byte', async () => {
    const first = await saveFile(db.store, pdf);
    expect(await saveFile(db.store, pdf)).toEqual(first);
    expect(first).toMatchObject({ type: 'application/pdf', size: pdf.length });
    expect(Buffer.from((await readFile(db.store, first.hash))?.bytes ?? []).equals(pdf)).toBe(true);
    await expect(saveFile(db.store, Buffer.alloc(11), 10)).rejects.toThrow(RangeError);
  });

  it('do not believe a name: HTML is text, a program is bytes, a Word file is a Word file', () => {
    expect(sniffType(Buffer.from('<script>alert(1)</script>'))).toBe('text/plain');
    expect(sniffType(Buffer.from([0x4d, 0x5a, 0x90, 0x00]))).toBe('application/octet-stream');
    expect(sniffType(Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from('......word/document.xml')]))).toContain('wordprocessingml');
  });

  it('are taken up into a case by who uploaded them, and by nobody else', async () => {
    const start = startOf(office);
    await saveTransition(db.store, start);
    const { hash } = await saveFile(db.store, pdf);
    const [mine, foreign] = [randomUUID(), randomUUID()];
    const given = { organisation: office.id, hash, name: 'скан.pdf', instance: null };
    await linkFile(db.store, { ...given, id: mine, addedBy: anna });
    await linkFile(db.store, { ...given, id: foreign, addedBy: 'person:other' });
    expect(await attachFiles(db.store, [mine, foreign], start.after.id, anna)).toEqual([mine]);
    expect(await filesOf(db.store, start.after.id)).toMatchObject([{ id: mine, name: 'скан.pdf', type: 'application/pdf' }]);
    expect((await findFileLink(db.store, foreign))?.instance).toBeNull();
  });

  it('that nothing names are swept, those of a case or a document stay', async () => {
    const start = startOf(office);
    await saveTransition(db.store, start);
    const document = await added();
    const [attached, rendered, orphan] = await Promise.all(['в деле', 'печатная форма', 'забытый'].map((text) => saveFile(db.store, Buffer.from(text))));
    if (!attached || !rendered || !orphan) throw new Error('not saved');
    await linkFile(db.store, { id: randomUUID(), organisation: office.id, hash: attached.hash, name: 'a', instance: start.after.id, addedBy: anna });
    await linkFile(db.store, { id: randomUUID(), organisation: office.id, hash: orphan.hash, name: 'b', instance: null, addedBy: anna });
    await inTransaction(db.store, (tx) => saveDocumentFile(tx, document, { format: 'pdf', version: 1, hash: rendered.hash, size: rendered.size }));
    await sweepFiles(db.store, 24);
    expect(await readFile(db.store, orphan.hash)).not.toBeNull();
    await sweepFiles(db.store, -1);
    expect(await readFile(db.store, orphan.hash)).toBeNull();
    expect(await readFile(db.store, attached.hash)).not.toBeNull();
    expect(await readFile(db.store, rendered.hash)).not.toBeNull();
    expect(await documentFiles(db.store, document, 1)).toMatchObject([{ format: 'pdf', hash: rendered.hash }]);
  });
});

import { contentHash, type StructuredKind, type DocumentModel, type PartyReference } from '@reglament/contracts';
import { layoutProfiles } from '@reglament/documents';
import { readFileSync } from 'node:fs';
import type { HandlerPorts, PrintedParty, StoredDocument } from '../ports.js';
import type { HandlerError, JsonObject, ServiceCall } from '../handler.js';
import { createHandlerRegistry } from '../registry/handler-registry.js';
import { BUILTIN_HANDLERS } from '../builtin.js';
import { composeModel } from './compose-model.js';
import { controlTasks } from './control-tasks.js';
import { partiesOf, type DocumentDraft } from './document-draft.js';

const kind: StructuredKind = {
  format: 1, key: 'instruction', title: 'Instruction', kindTitle: 'INSTRUCTION', defaultClauseType: 'task', layoutProfile: 'plain',
  requiredRequisites: ['title'],
  clauseTypes: [{ key: 'task', title: 'Task', role: 'task' }, { key: 'remark', title: 'Remark', role: 'statement' }, { key: 'group', title: 'Group', role: 'heading' }],
};
const signer: PrintedParty = { party: 'person:s', title: 'Sokolova A. B.', person: { surname: 'Sokolova', initials: 'A. B.' }, position: 'Head', status: 'active', template: { party: 'person:s', title: 'Sokolova A. B.', surname: 'Sokolova', name: 'Anna', position: { title: 'Head' } } };
const draft: DocumentDraft = {
  title: 'On the archive', signer: 'person:s', controller: 'person:c', recipients: ['School 1'],
  clauses: [
    { id: 'g', type: 'group', text: 'In order to keep the archive:', executor: 'person:x', due: '2026-12-01', clauses: [
      { id: 'a', type: 'task', text: 'Sort it.' }, { id: 'b', type: 'task', text: 'Lock it.', executor: 'person:y', due: '2026-12-05', controller: 'person:z' },
    ] },
    { id: 'r', type: 'remark', text: 'Everybody was told.' },
  ],
};

/** The documents of a test, in memory: the handlers see no difference, since a port is all they have. */
function portsOver(documents: Map<string, StoredDocument>): HandlerPorts & { readonly did: string[] } {
  const did: string[] = [];
  const change = (id: string, part: Partial<StoredDocument>): void => { documents.set(id, { ...documents.get(id)!, ...part }); };
  return {
    did,
    documents: {
      newId: () => `d${documents.size + 1}`,
      load: (id) => Promise.resolve(documents.get(id) ?? null),
      keep({ id, kind: key, title, content, contentHash: hash }) {
        const before = documents.get(id);
        if (before?.contentHash === hash) return Promise.resolve(before.version);
        const version = (before?.version ?? 0) + 1;
        documents.set(id, { id, instance: 'case', kind: key, title, state: before?.state ?? 'draft', version, contentHash: hash, content, registered: false });
        return Promise.resolve(version);
      },
      setState: (id, state) => { change(id, { state }); return Promise.resolve(); },
      relate: (from, type, to) => { did.push(`${from} ${type} ${to}`); return Promise.resolve(); },
      voidNumber: (id, reason) => { did.push(`void ${id}: ${reason}`); return Promise.resolve(); },
      fileUnder: (id, index) => { did.push(`file ${id}: ${index ?? 'no index'}`); return Promise.resolve(); },
      remarkSigned: ({ text }) => { did.push(`remark ${JSON.stringify(text)}`); return Promise.resolve(documents.size); },
      keepFile: (id, version, format, bytes) => { did.push(`${format} of ${id}.${version} ${String.fromCharCode(...bytes.slice(0, 2))}`); return Promise.resolve(); },
      setRendering: () => Promise.resolve(),
    },
    records: { write: () => Promise.reject(new Error('no registries here')), find: () => Promise.resolve({ records: [], count: 0 }) },
    answers: { ofParts: () => Promise.resolve([]), keep: () => Promise.resolve(1) },
    notifications: { send: (words, to) => { did.push(`tell ${to.length}: ${JSON.stringify(words.title)}`); return Promise.resolve([]); } },
    settings: { documentKind: (key) => Promise.resolve(key === kind.key ? { made: 'structured', kind, kindHash: 'k', layout: layoutProfiles[0]!, layoutHash: 'l' } : null) },
    directory: {
      describe: (parties) => Promise.resolve(new Map(parties.includes('person:s') ? [['person:s', signer] as [PartyReference, PrintedParty]] : [])),
      letterhead: () => Promise.resolve({ lines: ['Centre'], details: [], place: 'Town' }),
    },
    print: {
      printable: (id) => Promise.resolve({ made: 'structured' as const, print: { model: documents.get(id)!.content as DocumentModel, kind, profile: layoutProfiles[0]!, printedAt: '2026-11-22T00:00:00.000Z' }, version: 1 }),
      fonts: () => Promise.resolve(tinos()),
      toPdf: () => Promise.resolve(null),
    },
  };
}

const font = (name: string): Uint8Array => readFileSync(require.resolve(`@expo-google-fonts/tinos/${name}`));
const tinos = () => ({ regular: font('400Regular/Tinos_400Regular.ttf'), bold: font('700Bold/Tinos_700Bold.ttf') });

const handlers = createHandlerRegistry(BUILTIN_HANDLERS);
const call: ServiceCall = { instance: 'case', organisation: 'o', activity: 1, node: 'n', key: 'case.1', now: '2026-11-22T00:00:00.000Z', remark: 'printed with an error' };
const run = (type: string, input: object, ports: HandlerPorts) => handlers.get(type)!.run(input as JsonObject, call, ports);
const stored = (id: string, state: StoredDocument['state']): StoredDocument => ({
  id, instance: `case-of-${id}`, kind: kind.key, title: id, state, version: 1, contentHash: id, content: {} as DocumentModel,
  registered: state !== 'draft' && state !== 'signed' && state !== 'withdrawn',
});

describe('composing a document', () => {
  it('makes the first version, and no second one of the same content', async () => {
    const ports = portsOver(new Map());
    const first = await run('document.compose', { kind: kind.key, document: null, ...draft }, ports);
    const again = await run('document.compose', { kind: kind.key, document: first.output, ...draft }, ports);
    const changed = await run('document.compose', { kind: kind.key, document: first.output, ...draft, title: 'On the old archive' }, ports);
    expect([first.output['version'], again.output['version'], changed.output['version']]).toEqual([1, 1, 2]);
    expect(again.output['contentHash']).toBe(first.output['contentHash']);
  });

  it('takes the head from the organisation and the signature block from the signer', () => {
    const model = composeModel(draft, { kind, letterhead: { lines: ['Centre'], details: [], place: 'Town' }, parties: new Map([['person:s', signer]]) });
    expect(model.requisites).toMatchObject({ organisation: ['Centre'], kindTitle: 'INSTRUCTION', title: 'On the archive', place: 'Town' });
    expect(model.signatures).toEqual([{ position: 'Head', person: { party: 'person:s', surname: 'Sokolova', initials: 'A. B.' } }]);
    expect(contentHash(model)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('puts the innermost task clauses on control, each with what it takes from above', () => {
    const model = composeModel(draft, { kind, letterhead: { lines: [], details: [], place: null }, parties: new Map() });
    expect(controlTasks(model, kind, 'person:c')).toEqual([
      expect.objectContaining({ clause: 'a', number: '1.1', executor: 'person:x', due: '2026-12-01', controller: 'person:c' }),
      expect.objectContaining({ clause: 'b', number: '1.2', executor: 'person:y', due: '2026-12-05', controller: 'person:z' }),
    ]);
  });

  it('names everybody whom the draft concerns', () => {
    expect([...partiesOf(draft)].sort()).toEqual(['person:c', 'person:s', 'person:x', 'person:y', 'person:z']);
  });

  it('refuses a kind that the organisation does not have', async () => {
    await expect(run('document.compose', { kind: 'nothing', ...draft }, portsOver(new Map()))).rejects.toMatchObject({ code: 'document.unknownKind' } satisfies Partial<HandlerError>);
  });
});

describe('moving a document on', () => {
  it('annuls a registered one with the reason as a void in its journal, once', async () => {
    const documents = new Map([['d', stored('d', 'registered')]]);
    const ports = portsOver(documents);
    await run('document.annul', { document: { id: 'd' } }, ports);
    await run('document.annul', { document: { id: 'd' } }, ports);
    expect(documents.get('d')?.state).toBe('annulled');
    expect(ports.did).toEqual(['void d: printed with an error']);
  });

  it.each([['document.withdraw', 'registered'], ['document.annul', 'draft'], ['document.execute', 'withdrawn'], ['document.file', 'draft']] as const)('refuses %s of a document that is %s', async (type, state) => {
    await expect(run(type, { document: { id: 'd' } }, portsOver(new Map([['d', stored('d', state)]])))).rejects.toMatchObject({ code: 'document.stateForbids' });
  });

  it('withdraws a case that has no document yet', async () => {
    expect((await run('document.withdraw', { document: null }, portsOver(new Map()))).output).toEqual({ state: 'withdrawn' });
  });

  it('relates to what it repeals, and tells the other case', async () => {
    const documents = new Map([['d', stored('d', 'registered')], ['e5b1', stored('e5b1', 'registered')]]);
    const ports = portsOver(documents);
    const { followUps } = await run('document.relate', { document: { id: 'd' }, relations: [{ type: 'repeals', document: 'document:e5b1' }] }, ports);
    expect(documents.get('e5b1')?.state).toBe('superseded');
    expect(ports.did).toEqual(['d repeals e5b1']);
    expect(followUps).toEqual([{ type: 'triggerAction', instance: 'case-of-e5b1', action: 'repealed', data: { document: 'd' } }]);
  });

  it('relates to nothing that is not registered', async () => {
    const documents = new Map([['d', stored('d', 'registered')], ['e', stored('e', 'draft')]]);
    await expect(run('document.relate', { document: { id: 'd' }, relations: [{ type: 'amends', document: 'document:e' }] }, portsOver(documents))).rejects.toMatchObject({ code: 'document.notRelatable' });
  });
});

describe('rendering', () => {
  it('makes a Word file and a PDF of what was composed', async () => {
    const ports = portsOver(new Map());
    const { output } = await run('document.compose', { kind: kind.key, document: null, ...draft }, ports);
    const rendered = await run('document.render', { document: output }, ports);
    expect(rendered.output).toEqual({ rendered: ['docx', 'pdf'] });
    expect(ports.did).toEqual(['docx of d1.1 PK', 'pdf of d1.1 %P']);
  });
});

import type { DocumentContent, DocumentModel, DocumentTemplate, DocumentVisa, PartyReference, SignatureBlock, TemplateDocument, TemplateParty } from '@reglament/contracts';
import { acting, actedPosition, surnameFirst, templateData, type DocumentToPrint, type PdfFonts } from '@reglament/documents';
import { HandlerError, type DirectoryPort, type PrintPort, type PrintedParty, type TemplateToFill } from '@reglament/handlers';
import { findConfigurationItem, findDocument, findDocumentVersion, loadInstance, signaturesOf, type DocumentRecord, type Queryable, type Signature } from '@reglament/store';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Right } from '@reglament/access';
import { momentInWords, momentWithOffset } from '../clock/local-date.js';
import type { Shell } from '../shell.js';
import { directory } from './directory.js';
import { readLetterhead } from '../organisations/letterhead.js';
import { convertToPdf } from './office-suite.js';
import { partiesIn } from './parties-in.js';

/** What a document's files are made of, as it stands in the database now. */
export function printPort(shell: Shell, db: Queryable, people: DirectoryPort): PrintPort {
  return {
    async printable(id) {
      const document = await findDocument(db, id);
      const version = document && (await findDocumentVersion(db, id, document.version));
      if (!document || !version?.content) throw new HandlerError('document.unknown', { document: id });
      const content = version.content as DocumentContent;
      const marks = await marksOf(shell, db, people, document, content);
      return content.made === 'template'
        ? { made: 'template', fill: await templateToFill(db, document, content, marks, shell.clock.now()), version: document.version }
        : { made: 'structured', print: { ...documentToPrint(shell, document, content, marks), ...(await emblemOf(db, document.organisation)) }, version: document.version };
    },
    fonts,
    toPdf: convertToPdf,
  };
}

async function marksOf(shell: Shell, db: Queryable, people: DirectoryPort, document: DocumentRecord, content: DocumentContent): Promise<DocumentMarks> {
  const signatures = (await signaturesOf(db, document.id)).filter(({ version, contentHash }) => version === document.version && contentHash === document.contentHash);
  const visas = await votesOf(db, document);
  const named = content.made === 'template' ? [] : partiesIn(content);
  const names = await people.describe([...new Set([...named, ...signatures.map(({ by }) => by), ...visas.map(({ by }) => by)])]);
  return { signatures, visas, names, zone: shell.organisations.record(document.organisation)?.timeZone ?? 'UTC' };
}

/** The model of a structured document as it is printed now: number, marks of the signatures that hold, visas. */
export async function printedModel(shell: Shell, document: DocumentRecord, content: DocumentModel): Promise<DocumentModel> {
  return withMarks(content, document, await marksOf(shell, shell.store, directory(shell), document, content));
}

/** The emblem as the organisation has it now: like the letterhead's paper it is no part of what is signed. */
async function emblemOf(db: Queryable, organisation: string): Promise<Pick<DocumentToPrint, 'emblem'>> {
  const letterhead = await readLetterhead(db, organisation);
  return letterhead?.emblem === undefined ? {} : { emblem: { png: Buffer.from(letterhead.emblem, 'base64') } };
}

function documentToPrint(shell: Shell, document: DocumentRecord, content: DocumentModel, marks: DocumentMarks): DocumentToPrint {
  const settings = shell.settings.documentKind(document.kind, document.path);
  if (settings?.made !== 'structured') throw new HandlerError('document.unknownKind', { kind: document.kind, organisation: document.organisation });
  return {
    model: withMarks(content, document, marks), kind: settings.kind, profile: settings.layout, printedAt: shell.clock.now(),
    partyNames: new Map([...marks.names].map(([party, { person, title }]) => [party, person ? surnameFirst(person) : title])),
  };
}

/** Everything around the content that printing shows: who signed and approved this version, and how they are called. */
interface DocumentMarks {
  readonly signatures: readonly Signature[];
  readonly visas: readonly Visa[];
  readonly names: ReadonlyMap<PartyReference, PrintedParty>;
  readonly zone: string;
}

interface Visa { readonly by: PartyReference; readonly at: string }

/** The approvals that stand: the last round of each approval of the case. */
async function votesOf(db: Queryable, document: DocumentRecord): Promise<readonly Visa[]> {
  const loaded = document.instance === null ? null : await loadInstance(db, document.instance);
  return Object.values(loaded?.snapshot.approvals ?? {}).flatMap(({ votes }) => votes.filter(({ outcome }) => outcome === 'approved').map(({ by, at }) => ({ by, at })));
}

function withMarks(content: DocumentModel, document: DocumentRecord, { signatures, visas, names, zone }: DocumentMarks): DocumentModel {
  const personOf = (party: PartyReference): SignatureBlock['person'] => ({ party, surname: names.get(party)?.person?.surname ?? '', initials: names.get(party)?.person?.initials ?? '' });
  const blocks = content.signatures.map((block, i): SignatureBlock => {
    const signature = signatures[i];
    if (!signature) return block;
    const right = signature.right as Right;
    const mark = { type: 'simple-electronic' as const, signer: surnameFirst(personOf(signature.by)), at: momentWithOffset(signature.at, zone), recordCode: signature.code };
    if (right.kind !== 'substitute') return { ...block, person: personOf(signature.by), mark };
    const held = block.person.party === undefined ? undefined : names.get(block.person.party)?.template?.position;
    return { ...block, acting, position: actedPosition(block.position, held?.title === block.position ? held.forms : undefined), person: personOf(signature.by), mark };
  });
  const printed = visas.map(({ by, at }): DocumentVisa => ({ position: names.get(by)?.position ?? '', person: personOf(by), decision: 'agreed', date: momentWithOffset(at, zone).slice(0, 10) }));
  return {
    ...content, signatures: blocks,
    ...(printed.length > 0 && { visas: printed }),
    ...(document.number !== null && { registration: { number: document.number, ...(document.date !== null && { date: document.date }), ...(document.journal !== null && { journal: document.journal }) } }),
  };
}

/** The template is the one that the document was composed with, whatever is published now: the signature covers it. */
async function templateToFill(db: Queryable, document: DocumentRecord, content: TemplateDocument, { signatures, visas, names, zone }: DocumentMarks, printedAt: string): Promise<TemplateToFill> {
  const published = await findConfigurationItem(db, 'template', content.template);
  if (!published) throw new HandlerError('document.unknownTemplate', { document: document.id, template: content.template });
  const personOf = (party: PartyReference): TemplateParty => names.get(party)?.template ?? { party, title: '—' };
  const data = templateData(content, {
    number: document.number, date: document.date,
    signatures: signatures.map(({ by, right, at, code }) => ({ person: personOf(by), ...((right as Right).kind === 'substitute' && { acting }), at: momentInWords(at, zone).ru, code })),
    approvals: visas.map(({ by, at }) => ({ person: personOf(by), at: momentInWords(at, zone).ru })),
  });
  return { template: published.key, bytes: Buffer.from((published.content as DocumentTemplate).docx, 'base64'), data, printedAt };
}

let loadedFonts: Promise<PdfFonts> | null = null;

/** Tinos has the metrics of Times New Roman; read once per process. */
function fonts(): Promise<PdfFonts> {
  const resolve = createRequire(import.meta.url).resolve;
  const read = (name: string): Promise<Uint8Array> => readFile(resolve(`@expo-google-fonts/tinos/${name}`));
  loadedFonts ??= Promise.all([read('400Regular/Tinos_400Regular.ttf'), read('700Bold/Tinos_700Bold.ttf')]).then(([regular, bold]) => ({ regular, bold }));
  return loadedFonts;
}

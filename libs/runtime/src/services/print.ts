import type { DocumentModel, DocumentVisa, PartyReference, SignatureBlock } from '@reglament/contracts';
import { surnameFirst, type DocumentToPrint, type PdfFonts } from '@reglament/documents';
import { HandlerError, type DirectoryPort, type PrintPort, type PrintedParty } from '@reglament/handlers';
import { findDocument, findDocumentVersion, loadInstance, signaturesOf, type DocumentRecord, type Queryable, type Signature } from '@reglament/store';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Right } from '@reglament/access';
import { momentWithOffset } from '../clock/local-date.js';
import type { Shell } from '../shell.js';
import { partiesIn } from './parties-in.js';

/** What a document's files are made of, as it stands in the database now. */
export function printPort(shell: Shell, db: Queryable, directory: DirectoryPort): PrintPort {
  return {
    async printable(id) {
      const document = await findDocument(db, id);
      const version = document && (await findDocumentVersion(db, id, document.version));
      if (!document || !version?.content) throw new HandlerError('document.unknown', { document: id });
      const settings = shell.settings.documentKind(document.kind, document.path);
      if (!settings) throw new HandlerError('document.unknownKind', { kind: document.kind, organisation: document.organisation });
      const content = version.content as DocumentModel;
      const signatures = (await signaturesOf(db, id)).filter((signature) => signature.version === document.version);
      const visas = await votesOf(db, document);
      const names = await directory.describe([...new Set([...partiesIn(content), ...signatures.map(({ by }) => by), ...visas.map(({ by }) => by)])]);
      const zone = shell.organisations.record(document.organisation)?.timeZone ?? 'UTC';
      const print: DocumentToPrint = {
        model: withMarks(content, document, signatures, visas, names, zone), kind: settings.kind, profile: settings.layout, printedAt: shell.clock.now(),
        partyNames: new Map([...names].map(([party, { person, title }]) => [party, person ? surnameFirst(person) : title])),
      };
      return { print, version: document.version };
    },
    fonts,
  };
}

interface Visa { readonly by: PartyReference; readonly at: string }

/** The approvals that stand: the last round of each approval of the case. */
async function votesOf(db: Queryable, document: DocumentRecord): Promise<readonly Visa[]> {
  const loaded = document.instance === null ? null : await loadInstance(db, document.instance);
  return Object.values(loaded?.snapshot.approvals ?? {}).flatMap(({ votes }) => votes.filter(({ outcome }) => outcome === 'approved').map(({ by, at }) => ({ by, at })));
}

function withMarks(content: DocumentModel, document: DocumentRecord, signatures: readonly Signature[], visas: readonly Visa[], names: ReadonlyMap<PartyReference, PrintedParty>, zone: string): DocumentModel {
  const personOf = (party: PartyReference): SignatureBlock['person'] => ({ party, surname: names.get(party)?.person?.surname ?? '', initials: names.get(party)?.person?.initials ?? '' });
  const blocks = content.signatures.map((block, i): SignatureBlock => {
    const signature = signatures[i];
    if (!signature) return block;
    const right = signature.right as Right;
    const mark = { type: 'simple-electronic' as const, signer: surnameFirst(personOf(signature.by)), at: momentWithOffset(signature.at, zone), recordCode: signature.code };
    return right.kind === 'substitute' ? { ...block, acting: 'И. о.', person: personOf(signature.by), mark } : { ...block, person: personOf(signature.by), mark };
  });
  const printed = visas.map(({ by, at }): DocumentVisa => ({ position: names.get(by)?.position ?? '', person: personOf(by), decision: 'agreed', date: momentWithOffset(at, zone).slice(0, 10) }));
  return {
    ...content, signatures: blocks,
    ...(printed.length > 0 && { visas: printed }),
    ...(document.number !== null && { registration: { number: document.number, ...(document.date !== null && { date: document.date }), ...(document.journal !== null && { journal: document.journal }) } }),
  };
}

let loadedFonts: Promise<PdfFonts> | null = null;

/** Tinos has the metrics of Times New Roman; read once per process. */
function fonts(): Promise<PdfFonts> {
  const resolve = createRequire(import.meta.url).resolve;
  const read = (name: string): Promise<Uint8Array> => readFile(resolve(`@expo-google-fonts/tinos/${name}`));
  loadedFonts ??= Promise.all([read('400Regular/Tinos_400Regular.ttf'), read('700Bold/Tinos_700Bold.ttf')]).then(([regular, bold]) => ({ regular, bold }));
  return loadedFonts;
}

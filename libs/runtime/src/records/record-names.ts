import type { Locale, PartyView } from '@reglament/contracts';
import { findDocuments } from '@reglament/store';
import type { Shell } from '../shell.js';

const DOCUMENT = /^document:[0-9a-f-]{36}$/u;

/** Names for the references that a record holds: parties and records as everywhere, a document by its number, or its title before it has one. */
export async function namesOf(shell: Shell, references: readonly string[], locale: Locale): Promise<ReadonlyMap<string, PartyView>> {
  const documents = references.filter((reference) => DOCUMENT.test(reference));
  const [parties, found] = await Promise.all([
    shell.people.titles(references.filter((reference) => !DOCUMENT.test(reference)), locale),
    documents.length === 0 ? new Map<string, never>() : findDocuments(shell.store, documents.map((reference) => reference.slice('document:'.length))),
  ]);
  return new Map([...parties, ...documents.map((reference): readonly [string, PartyView] => {
    const document = found.get(reference.slice('document:'.length));
    return [reference, { reference, title: document ? (document.number === null ? document.title : `№ ${document.number}`) : '—' }];
  })]);
}

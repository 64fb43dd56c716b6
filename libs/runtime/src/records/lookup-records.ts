import { recordIdOf, registryOfKind, type FieldError, type PartyView } from '@reglament/contracts';
import { lookupPlaces } from '@reglament/forms';
import { findRecordsById, listRecords, type RegistryRecord } from '@reglament/store';
import type { Subject } from '@reglament/access';
import type { Caller } from '../caller.js';
import type { LiveForm } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { callerSubject } from '../views/subject-of.js';
import { lookupScope } from './record-readers.js';
import { isWithinScope } from './record-scope.js';
import { referencesIn } from './record-words.js';
import { registriesOf } from './registry-view.js';

const FOUND = 20;

/** Records that a lookup field may name, found by a part of what their list shows. `kinds`: `record:<registry>`; others are passed over. */
export async function searchRecords(shell: Shell, caller: Caller, { text, kinds }: { readonly text: string; readonly kinds: readonly string[] }): Promise<readonly PartyView[]> {
  const keys = kinds.map(registryOfKind).filter((key) => key !== null);
  if (keys.length === 0) return [];
  const subject = await callerSubject(shell, caller);
  const registries = (await registriesOf(shell, caller)).filter(({ definition }) => keys.includes(definition.key));
  const pages = await Promise.all(registries.map((registry) =>
    listRecords(shell.store, { registry: registry.definition.key, scope: lookupScope(shell, subject, registry), q: text }, { sort: 'title', order: 'asc', limit: FOUND })));
  return named(shell, caller, pages.flatMap(({ items }) => items).slice(0, FOUND));
}

/** Names of the records that the caller may name or read; of others nothing is said. */
export async function describeRecords(shell: Shell, caller: Caller, references: readonly string[]): Promise<readonly PartyView[]> {
  const ids = references.map(recordIdOf).filter((id) => id !== null);
  if (ids.length === 0) return [];
  const subject = await callerSubject(shell, caller);
  return named(shell, caller, (await findRecordsById(shell.store, ids)).filter((record) => mayName(shell, subject, record)));
}

function mayName(shell: Shell, subject: Subject, record: RegistryRecord): boolean {
  const registry = shell.settings.registry(record.registry, record.path);
  return record.data !== null && registry !== null && isWithinScope(record.path, lookupScope(shell, subject, registry));
}

async function named(shell: Shell, caller: Caller, records: readonly RegistryRecord[]): Promise<readonly PartyView[]> {
  const titles = await shell.people.titles(records.flatMap(({ organisation, titleParty }) => [`organisation:${organisation}`, ...(titleParty === null ? [] : [titleParty])]), caller.locale);
  return records.map(({ id, title, titleParty, organisation }) => ({
    reference: `record:${id}`, title: (titleParty === null ? title : titles.get(titleParty)?.title) || '—', subtitle: titles.get(`organisation:${organisation}`)?.title ?? '',
  }));
}

export interface LookupsRequest {
  readonly form: LiveForm;
  readonly data: Record<string, unknown>;
  /** What the form was given out with: whoever passes it on need not be allowed to choose it. */
  readonly base: Readonly<Record<string, unknown>>;
}

/** Records that the form's lookup fields name and that are not there, are of another registry, or are not for this person to name. */
export async function judgeLookups(shell: Shell, caller: Caller, { form, data, base }: LookupsRequest): Promise<readonly FieldError[]> {
  const given = new Set(referencesIn(base));
  const places = lookupPlaces(form.compiled, data).filter(({ reference }) => reference.startsWith('record:') && !given.has(reference));
  if (places.length === 0) return [];
  const subject = await callerSubject(shell, caller);
  const found = await findRecordsById(shell.store, [...new Set(places.map(({ reference }) => recordIdOf(reference)).filter((id) => id !== null))]);
  const registryOf = new Map(found.filter((record) => mayName(shell, subject, record)).map(({ id, registry }) => [`record:${id}`, registry]));
  return places.flatMap(({ pointer, reference, registries }): FieldError[] => {
    const registry = registryOf.get(reference);
    if (registry !== undefined && registries.includes(registry)) return [];
    return [{ pointer: `/data${pointer}`, code: 'unknownRecord', message: caller.locale === 'ru' ? 'Такой записи в реестре нет, или она вам недоступна: выберите другую' : 'There is no such record, or it is not for you to name: choose another one' }];
  });
}

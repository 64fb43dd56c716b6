import { recordIdOf } from '@reglament/contracts';
import { judge, lookupPlaces, valueAt, type CompiledForm } from '@reglament/forms';
import { HandlerError, mergeRecord, naturalKeyOf, type JsonObject } from '@reglament/handlers';
import { addRecord, changeRecord, findRecord, lockRecord, lockRecordByKey, type RecordScope, type RecordWriter, type RegistryRecord, type Tx } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import type { Registry } from './registry.js';
import { isWithinScope } from './record-scope.js';
import { namingOf, referencesIn, type Titles } from './record-words.js';

export interface RecordWriting {
  readonly registry: Registry;
  readonly form: CompiledForm;
  /** To which a new record belongs. */
  readonly organisation: { readonly id: string; readonly timeZone: string };
  /** Where records may be changed and referred to. */
  readonly scope: RecordScope;
  /** Put over the record that is there. */
  readonly given: JsonObject;
  /** Id of the record that is meant; null: by natural key. */
  readonly record: string | null;
  /** Id of the record, should it be made. Default: a new one. */
  readonly newId?: string;
  readonly by: RecordWriter | null;
  /** Business time. */
  readonly now: string;
  readonly titles: (references: readonly string[]) => Promise<Titles>;
}

/** The language of what is kept beside a record's data, whoever reads it. */
const LANGUAGE_OF_RECORD = 'ru';

/**
 * Makes a record, or writes its next version, in the transaction at hand.
 *
 * @throws HandlerError `record.invalid` with field, found and expected of everything that does not fit, `record.keyMissing`, `record.keyTaken`,
 * `record.unknown`: none of them is mended by trying again. What was found is told by its kind, never by its value.
 */
export async function writeRecord(tx: Tx, writing: RecordWriting): Promise<{ readonly id: string; readonly created: boolean }> {
  const { registry, organisation, given, by, now } = writing;
  const { key } = registry.definition;
  const place = { organisation: organisation.id, registry: key };
  const known = writing.record === null ? await lockRecordByKey(tx, place, keyOf(writing, given)) : await knownRecord(tx, writing, writing.record);
  const data = await judged(tx, writing, mergeRecord((known?.data ?? {}) as JsonObject, given));
  const naturalKey = keyOf(writing, data);
  const home = known ? { organisation: known.organisation, registry: key } : place;
  const other = await lockRecordByKey(tx, home, naturalKey);
  if (other && other.id !== known?.id) throw new HandlerError('record.keyTaken', { registry: key, fields: [...registry.definition.naturalKey], by: `record:${other.id}` });
  const titles = await writing.titles(referencesIn(data));
  const content = { definitionHash: registry.hash, naturalKey, data, by, at: now, ...namingOf(registry.definition, { form: writing.form, data, titles, locale: LANGUAGE_OF_RECORD }) };
  if (known) {
    await changeRecord(tx, known.id, known.version, content);
    return { id: known.id, created: false };
  }
  const id = writing.newId ?? randomUUID();
  await addRecord(tx, id, place, content);
  return { id, created: true };
}

async function knownRecord(tx: Tx, { registry, scope }: RecordWriting, id: string): Promise<RegistryRecord> {
  const known = await lockRecord(tx, id);
  if (!known || known.data === null || known.registry !== registry.definition.key || !isWithinScope(known.path, scope)) throw new HandlerError('record.unknown', { registry: registry.definition.key, record: `record:${id}` });
  return known;
}

/** A key field may be calculated by the form, so what was given is completed before it is called missing. */
function keyOf({ registry, form, now, organisation }: RecordWriting, data: JsonObject): string {
  const { naturalKey, key } = registry.definition;
  const found = naturalKeyOf(data, naturalKey);
  if (found.kind === 'key') return found.hash;
  const completed = naturalKeyOf(judge(form, data, { now, zone: organisation.timeZone, locale: LANGUAGE_OF_RECORD, mode: 'draft' }).data as JsonObject, naturalKey);
  if (completed.kind === 'key') return completed.hash;
  throw new HandlerError('record.keyMissing', { registry: key, fields: [...found.fields], found: 'nothing', expected: 'a value in each field of the natural key' });
}

async function judged(tx: Tx, { registry, form, now, organisation, scope }: RecordWriting, data: JsonObject): Promise<JsonObject> {
  const verdict = judge(form, data, { now, zone: organisation.timeZone, locale: LANGUAGE_OF_RECORD, mode: 'submit' });
  const problems = verdict.errors.map(({ pointer, message }) => `${pointer || '/'}: found ${kindOf(valueAt(data, pointer))}, expected ${message}`);
  for (const { pointer, reference, registries } of lookupPlaces(form, verdict.data)) {
    const id = recordIdOf(reference);
    if (id === null) continue;
    const found = await findRecord(tx, id);
    if (found && found.data !== null && registries.includes(found.registry) && isWithinScope(found.path, scope)) continue;
    problems.push(`${pointer}: found ${reference}, expected a record of ${registries.join(', ') || 'no registry'}`);
  }
  if (problems.length > 0) throw new HandlerError('record.invalid', { registry: registry.definition.key, form: form.definition.key, problems: problems.slice(0, 20) });
  return verdict.data as JsonObject;
}

/** Of what kind a value is. An incident is read by whoever mends processes, so the value itself stays out of it. */
function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

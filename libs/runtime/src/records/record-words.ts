import type { FormField, Locale, RegistryDefinition } from '@reglament/contracts';
import { valueAt, type CompiledForm } from '@reglament/forms';
import { valueInWords } from '../documents/document-fields.js';

/** Names for references; what is not known is left out of what is said. */
export type Titles = ReadonlyMap<string, { readonly title: string }>;

const REFERENCE = /^(person|organisation|position|role|record|document):/u;

/** Every reference to a party, a record or a document that the data holds, each once. */
export function referencesIn(data: unknown): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') { if (REFERENCE.test(value)) found.add(value); }
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(data);
  return [...found];
}

export interface FieldReading { readonly form: Pick<CompiledForm, 'fields'>; readonly data: Readonly<Record<string, unknown>>; readonly titles: Titles; readonly locale: Locale }

/** The value of one field as people read it; empty where there is none. */
export function fieldInWords({ form, data, titles, locale }: FieldReading, path: string): string {
  const field: FormField | undefined = form.fields.get(path);
  const value = valueAt(data, `/${path.replaceAll('.', '/')}`);
  if (field === undefined || value === undefined || value === null) return '';
  return valueInWords(field, value, { locale, named: (text) => titles.get(text)?.title ?? null });
}

export interface RecordNaming { readonly title: string; readonly titleParty: string | null; readonly search: string; readonly parties: readonly string[] }

/** What a record is called and found by, in the language of record: kept beside the data, since lists cannot look it up row by row. */
export function namingOf(definition: RegistryDefinition, reading: FieldReading): RecordNaming {
  const title = fieldInWords(reading, definition.titleField);
  const named = valueAt(reading.data, `/${definition.titleField.replaceAll('.', '/')}`);
  // Whichever language the panel is read in, what stands in the list is what is typed to find it.
  const columns = (['ru', 'en'] as const).flatMap((locale) => definition.columns.map(({ field }) => fieldInWords({ ...reading, locale }, field)));
  const shown = [...new Set([title, ...columns])].filter((text) => text !== '');
  return {
    title: title.slice(0, 500), titleParty: typeof named === 'string' && /^(person|organisation):/u.test(named) ? named : null,
    search: shown.join('\n').slice(0, 4000), parties: referencesIn(reading.data).filter((reference) => !/^(record|document):/u.test(reference)),
  };
}

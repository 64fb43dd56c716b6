import { textIn, type DocumentFieldView, type FormField, type Locale } from '@reglament/contracts';
import { isEmpty, valueAt, type CompiledForm } from '@reglament/forms';

export interface FieldsRequest {
  /** The forms of the document's case; the one that made the document is found by its fields. */
  readonly forms: readonly Pick<CompiledForm, 'fields'>[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  /** The name of a party by its reference; null for what is none. */
  readonly named: (text: string) => string | null;
}

export type Reading = Pick<FieldsRequest, 'locale' | 'named'>;

/** What a document made from a template holds, field by field in the order and words of its form. What no field shows is left out. */
export function documentFields({ forms, data, locale, named }: FieldsRequest): readonly DocumentFieldView[] {
  const [form] = [...forms].sort((one, other) => held(other, data).length - held(one, data).length);
  if (!form) return [];
  return held(form, data).map(([field, value]): DocumentFieldView => {
    const files = (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isFile).map(({ id, name }) => ({ id, name }));
    return { label: textIn(field.label ?? field.path, locale), text: files.length > 0 ? files.map(({ name }) => name).join(', ') : valueInWords(field, value, { locale, named }), ...(files.length > 0 && { files }) };
  });
}

/** Fields of the form itself that have a value; those of rows are read with their row. */
function held({ fields }: Pick<CompiledForm, 'fields'>, data: Readonly<Record<string, unknown>>): readonly (readonly [FormField, unknown])[] {
  return [...fields].flatMap(([path, field]) => {
    if (path.includes('[') || field.widget === 'info') return [];
    const value = valueAt(data, `/${path.replaceAll('.', '/')}`);
    return isEmpty(value) ? [] : [[field, value] as const];
  });
}

/** A value as people read it, in the words of its field. */
export function valueInWords(field: FormField, value: unknown, reading: Reading): string {
  const { locale, named } = reading;
  if (Array.isArray(value)) return value.map((part) => valueInWords(field, part, reading)).join(field.widget === 'rows' ? '\n' : ', ');
  if (isRecord(value)) {
    if (field.widget !== 'rows') return Object.values(value).map((part) => valueInWords(field, part, reading)).filter((text) => text !== '').join(', ');
    return field.fields.flatMap((inner) => (isEmpty(value[inner.path]) ? [] : [`${textIn(inner.label ?? inner.path, locale)}: ${valueInWords(inner, value[inner.path], reading)}`])).join('; ');
  }
  const option = 'options' in field ? field.options?.find((each) => each.value === value) : undefined;
  if (option) return textIn(option.label, locale);
  if (typeof value === 'boolean') return textIn(value ? { ru: 'да', en: 'yes' } : { ru: 'нет', en: 'no' }, locale);
  if (typeof value === 'number') return value.toLocaleString(locale, { maximumFractionDigits: 10 });
  if (typeof value !== 'string') return '';
  return named(value) ?? (/^\d{4}-\d{2}-\d{2}$/u.test(value) ? inWords(value, locale) : value);
}

/** «14 декабря 2026 г.»: a day of the office, the same in every zone. */
function inWords(date: string, locale: Locale): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? date : new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isFile(value: unknown): value is { readonly id: string; readonly name: string } {
  return isRecord(value) && typeof value['id'] === 'string' && value['id'].startsWith('file:') && typeof value['name'] === 'string';
}

import { textIn, type FormField, type Locale } from '@reglament/contracts';
import type { CompiledForm } from '@reglament/forms';

/** What forms call a field and its choices, by the last step of the field's path. */
export interface FormWords {
  readonly label: (name: string) => string | undefined;
  readonly option: (name: string, value: string) => string | undefined;
}

export function formWords(forms: readonly Pick<CompiledForm, 'fields'>[], locale: Locale): FormWords {
  const fields = new Map<string, FormField>();
  for (const form of forms) {
    for (const [path, field] of form.fields) {
      const name = path.replaceAll('[]', '').split('.').at(-1) ?? path;
      if (!fields.has(name)) fields.set(name, field);
    }
  }
  return {
    label: (name) => {
      const label = fields.get(name)?.label;
      return label === undefined ? undefined : textIn(label, locale);
    },
    option: (name, value) => {
      const field = fields.get(name);
      const option = field && 'options' in field ? field.options?.find((each) => String(each.value) === value) : undefined;
      return option === undefined ? undefined : textIn(option.label, locale);
    },
  };
}

/** A value as people read it: names of parties, dates of the office, yes and no; parts one after another. */
export function sayIn(locale: Locale, named: (text: string) => string | null, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return textIn(value ? { ru: 'да', en: 'yes' } : { ru: 'нет', en: 'no' }, locale);
  if (typeof value === 'number') return value.toLocaleString(locale, { maximumFractionDigits: 10 });
  if (typeof value === 'string') return named(value) ?? value.replace(/^(\d{4})-(\d{2})-(\d{2})$/u, '$3.$2.$1');
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return parts.map((part) => sayIn(locale, named, part)).filter((text) => text !== '').join(', ');
}

import type { Locale } from '@reglament/contracts';
import { dateInWords } from '../../common/date-text.js';
import { messagesOf } from '../form-context.js';

/** A plain value as people read it. References and choices have names of their own, which their field knows. */
export function valueText(value: unknown, locale: Locale): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? messagesOf(locale).yes : messagesOf(locale).no;
  if (typeof value === 'number') return value.toLocaleString(locale, { maximumFractionDigits: 10 });
  if (typeof value === 'string') return dateInWords(value) ?? value;
  if (Array.isArray(value)) return value.map((item: unknown) => valueText(item, locale)).join(', ');
  if (typeof value !== 'object') return '';
  const named = value as { readonly name?: unknown; readonly text?: unknown };
  if (typeof named.name === 'string') return named.name;
  if (typeof named.text === 'string') return named.text;
  return Object.values(value).map((item) => valueText(item, locale)).filter((text) => text !== '').join(', ');
}

import { formatDate, formatDateTime } from './dates.js';
import { useLanguage } from './use-language.js';

/** A point in time, or with `day` its date alone. */
export function Moment({ value, day = false }: { readonly value: string; readonly day?: boolean }) {
  const language = useLanguage();
  return <time dateTime={value} title={formatDateTime(value, language)}>{day ? formatDate(value, language) : formatDateTime(value, language)}</time>;
}

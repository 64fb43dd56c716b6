/** Forms after 1, after 2–4, after 5–20 and 0: «поручение», «поручения», «поручений». */
export type PluralForms = readonly [one: string, few: string, many: string];

/** The form that agrees with a whole number in Russian. */
export function pluralForm(count: number, forms: PluralForms): string {
  const n = Math.abs(Math.trunc(count));
  const lastTwo = n % 100;
  const last = n % 10;
  if (lastTwo >= 11 && lastTwo <= 14) return forms[2];
  if (last === 1) return forms[0];
  return last >= 2 && last <= 4 ? forms[1] : forms[2];
}

/** «6 поручений». */
export function countOf(count: number, forms: PluralForms): string {
  return `${count} ${pluralForm(count, forms)}`;
}

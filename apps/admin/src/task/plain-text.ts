const LONGEST = 400;

/** A value of a form in words, for showing two side by side: texts in order, without the keys that only programs read. */
export function plainText(value: unknown): string {
  const text = inWords(value).join('; ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function inWords(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.flatMap(inWords);
  if (typeof value === 'object') return Object.entries(value).flatMap(([name, inner]) => (name === 'id' ? [] : inWords(inner)));
  if (typeof value === 'boolean') return [value ? '✓' : '✗'];
  return [String(value)];
}

const ESCAPE = /\\(?:u([a-fA-F0-9]{4})|U([a-fA-F0-9]{6})|u([a-fA-F0-9]{5,6})|(["\\nrt]))/g;
const SHORT: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', r: '\r', t: '\t' };

/** Text of a FEEL string literal, quotes included → the string (DMN 1.5, 10.3.1.2, grammar rule 35). An unknown escape stays as written. */
export function parseFeelString(literal: string): string {
  const body = literal.slice(1, literal.endsWith('"') ? -1 : undefined);
  if (!body.includes('\\')) return body;
  return body.replace(ESCAPE, (whole, four?: string, six?: string, long?: string, short?: string) => {
    if (short !== undefined) return SHORT[short] ?? whole;
    const code = Number.parseInt(four ?? six ?? long ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

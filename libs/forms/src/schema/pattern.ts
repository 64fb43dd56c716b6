import { RE2JS } from 're2js';

/** Longest pattern that a form may have, in characters (reliability §2.3). */
export const MAX_PATTERN_LENGTH = 256;
/** A longer text does not match any pattern: linear time is still time. */
const MAX_MATCHED_LENGTH = 10_000;

export interface CompiledPattern { test(text: string): boolean }

/**
 * RE2 runs in linear time whatever a form's author writes; the browser's own RegExp does not (`^(a+)+$` freezes it). The server and the
 * browser use the same engine, or they would not give the same verdict. `\p{Script=Cyrillic}` is read as RE2's `\p{Cyrillic}`.
 *
 * Throws what RE2 says where it does not know the syntax: look-around, back references.
 */
export function compilePattern(source: string): CompiledPattern {
  const translated = RE2JS.translateRegExp(source.replace(/\\([pP])\{(?:Script|sc)=([A-Za-z]+)\}/gu, '\\$1{$2}'));
  const compiled = RE2JS.compile(translated);
  return { test: (text) => text.length <= MAX_MATCHED_LENGTH && compiled.matcher(text).find() };
}

import { RE2JS } from 're2js';
import { LIMITS } from '../limits.js';
import { bounded, charge, type Run } from './scope.js';

/**
 * `matches`, `replace` and `split` in linear time. feelin gives the pattern to JavaScript, where (a+)+$ against thirty letters freezes the
 * process; RE2 has no backtracking (and so no back-references and no look-around: such a pattern is not valid here).
 * Undefined stands for a pattern that is not valid or too long.
 */
export function re2Matches(input: string, pattern: string, flags: string | undefined, run: Run): boolean | undefined {
  return start(input, pattern, flags, run)?.find();
}

/** Replaces every match; `$1` and `$0` in the replacement stand for groups and the whole match (XPath 3.1 fn:replace). */
export function re2Replace(input: string, pattern: string, replacement: string, flags: string | undefined, run: Run): string | undefined {
  const matcher = start(input, pattern, flags, run);
  if (!matcher) return undefined;
  let text = '';
  let from = 0;
  while (matcher.find()) {
    const groups = replacement.replace(/\$(\d)/g, (whole, digit: string) => {
      const group = Number(digit);
      return group <= matcher.groupCount() ? (matcher.group(group) ?? '') : whole;
    });
    text = bounded(text + input.slice(from, matcher.start()) + groups);
    from = matcher.end();
  }
  return bounded(text + input.slice(from));
}

/** The parts between the matches; a delimiter that matches nothing splits between characters. */
export function re2Split(input: string, delimiter: string, run: Run): string[] | undefined {
  if (delimiter === '') return bounded([...input]);
  const matcher = start(input, delimiter, undefined, run);
  if (!matcher) return undefined;
  const parts: string[] = [];
  let from = 0;
  while (matcher.find()) {
    if (matcher.end() === matcher.start() && (matcher.start() === from || matcher.start() === input.length)) continue;
    parts.push(input.slice(from, matcher.start()));
    bounded(parts);
    from = matcher.end();
  }
  parts.push(input.slice(from));
  return parts;
}

const FLAGS: Readonly<Record<string, number>> = { i: RE2JS.CASE_INSENSITIVE, s: RE2JS.DOTALL, m: RE2JS.MULTILINE };

/** RE2's time is the length of the text times the size of the pattern's program; a full budget of steps is about a second. */
const WORK_PER_STEP = 5_000;

function start(input: string, pattern: string, flags: string | undefined, run: Run): ReturnType<RE2JS['matcher']> | undefined {
  const regex = compile(pattern, flags);
  if (!regex) return undefined;
  charge(run, Math.ceil((bounded(input).length * regex.programSize()) / WORK_PER_STEP) + 1);
  return regex.matcher(input);
}

/** Patterns of one definition are few; the bound keeps patterns that come from data from filling the memory. */
const compiled = new Map<string, RE2JS | undefined>();
const MAX_COMPILED = 500;

function compile(pattern: string, flags: string | undefined): RE2JS | undefined {
  if (pattern.length > LIMITS.patternLength) return undefined;
  const key = `${flags ?? ''}/${pattern}`;
  if (compiled.has(key)) return compiled.get(key);
  if (compiled.size >= MAX_COMPILED) compiled.clear();
  const regex = tryCompile(pattern, flags ?? '');
  compiled.set(key, regex);
  return regex;
}

function tryCompile(pattern: string, flags: string): RE2JS | undefined {
  let bits = 0;
  for (const flag of flags) bits |= FLAGS[flag] ?? 0;
  // "x" (ignore white space in the pattern) is XPath's; RE2 has no such flag.
  const text = flags.includes('x') ? pattern.replace(/\s+/g, '') : pattern;
  try {
    return RE2JS.compile(text, bits);
  } catch {
    return undefined;
  }
}

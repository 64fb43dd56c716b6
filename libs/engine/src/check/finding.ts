import type { BothTexts, Finding, ProblemCode } from './problem.js';

/** `[Russian, English]`. */
type Pair = readonly [ru: string, en: string];

export interface Told {
  readonly found: string;
  readonly expected: string;
  readonly message: Pair;
  readonly remedy: Pair;
}

export function error(code: ProblemCode, pointer: string, told: Told): Finding {
  return { severity: 'error', code, pointer, found: told.found, expected: told.expected, message: both(told.message), remedy: both(told.remedy) };
}

export function warning(code: ProblemCode, pointer: string, told: Told): Finding {
  return { ...error(code, pointer, told), severity: 'warning' };
}

function both([ru, en]: Pair): BothTexts {
  return { ru, en };
}

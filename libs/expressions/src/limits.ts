/** Bounds of every expression, whoever wrote it. Sizes are in UTF-16 code units, steps in rounds of iterations weighed by their body. */
export const LIMITS = {
  sourceLength: 4096,
  depth: 32,
  steps: 10_000,
  textLength: 100_000,
  listLength: 10_000,
  patternLength: 1_000,
} as const;

/** Names that reach into JavaScript's object model instead of data. They are refused in text and read as absent in data. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

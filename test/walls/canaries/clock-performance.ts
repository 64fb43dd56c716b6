// linted as: libs/expressions/src/index.ts
// caught by: no-restricted-globals
export const now = performance.now();

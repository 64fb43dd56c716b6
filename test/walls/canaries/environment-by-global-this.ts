// linted as: libs/access/src/index.ts
// caught by: no-restricted-globals
export const world = globalThis;

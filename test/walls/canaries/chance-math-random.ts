// linted as: libs/engine/src/index.ts
// caught by: no-restricted-properties
export const id = Math.random();

// linted as: libs/engine/src/index.ts
// caught by: no-restricted-globals
export const id = crypto.randomUUID();

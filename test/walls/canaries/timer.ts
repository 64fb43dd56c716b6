// linted as: libs/engine/src/index.ts
// caught by: no-restricted-globals
setTimeout(() => undefined, 1);

// linted as: libs/runtime/src/index.ts
// caught by: no-new-func
export const run = new Function('return 1');

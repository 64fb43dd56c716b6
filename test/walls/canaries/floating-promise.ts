// linted as: libs/runtime/src/index.ts
// caught by: @typescript-eslint/no-floating-promises
Promise.resolve(1);

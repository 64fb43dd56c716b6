// linted as: libs/runtime/src/index.ts
// caught by: @typescript-eslint/no-misused-promises
export const isOpen = Promise.resolve(false);

if (isOpen) throw new Error('always');

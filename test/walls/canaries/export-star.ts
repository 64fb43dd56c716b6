// linted as: libs/store/src/index.ts
// caught by: no-restricted-syntax
export * from './anything.js';

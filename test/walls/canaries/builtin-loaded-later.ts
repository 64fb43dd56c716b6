// linted as: libs/documents/src/index.ts
// caught by: no-restricted-syntax
export const load = () => import('node:fs');

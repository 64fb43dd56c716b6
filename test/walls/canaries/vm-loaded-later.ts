// linted as: apps/api/src/main.ts
// caught by: no-restricted-syntax
export const load = () => import('node:vm');

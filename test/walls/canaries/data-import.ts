// linted as: libs/engine/src/index.ts
// caught by: no-restricted-imports
import order from '../../../workflows/any/process.json';

export const key = order;

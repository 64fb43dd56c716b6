// linted as: libs/engine/src/index.ts
// caught by: @nx/enforce-module-boundaries
export { something } from '@reglament/store';

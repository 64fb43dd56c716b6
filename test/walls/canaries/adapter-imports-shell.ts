// linted as: libs/store/src/index.ts
// caught by: @nx/enforce-module-boundaries
import '@reglament/runtime';

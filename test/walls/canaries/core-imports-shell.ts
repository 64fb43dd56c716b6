// linted as: libs/forms/src/index.ts
// caught by: @nx/enforce-module-boundaries
import '@reglament/runtime';

// linted as: libs/runtime/src/index.ts
// caught by: no-restricted-imports
import '@reglament/api';

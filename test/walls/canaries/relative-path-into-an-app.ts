// linted as: libs/runtime/src/index.ts
// caught by: @nx/enforce-module-boundaries
import '../../../apps/api/src/main.js';

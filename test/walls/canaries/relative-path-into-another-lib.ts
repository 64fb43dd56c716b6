// linted as: libs/engine/src/index.ts
// caught by: @nx/enforce-module-boundaries
import '../../calendar/src/index.js';

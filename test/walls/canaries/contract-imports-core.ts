// linted as: libs/contracts/src/index.ts
// caught by: @nx/enforce-module-boundaries
import '@reglament/calendar';

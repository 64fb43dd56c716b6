// linted as: libs/calendar/src/index.ts
// caught by: @nx/enforce-module-boundaries
import '@reglament/engine';

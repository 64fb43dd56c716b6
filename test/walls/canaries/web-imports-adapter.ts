// linted as: apps/admin/src/main.tsx
// caught by: @nx/enforce-module-boundaries
import '@reglament/store';

// linted as: apps/admin/src/main.tsx
// caught by: no-restricted-imports
import '@reglament/documents';

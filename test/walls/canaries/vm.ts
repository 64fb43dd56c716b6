// linted as: apps/api/src/main.ts
// caught by: no-restricted-imports
import 'node:vm';

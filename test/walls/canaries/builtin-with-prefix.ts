// linted as: libs/engine/src/index.ts
// caught by: no-restricted-imports
import 'node:fs/promises';

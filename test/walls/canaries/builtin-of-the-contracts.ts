// linted as: libs/contracts/src/index.ts
// caught by: no-restricted-imports
import 'node:crypto';

// linted as: libs/access/src/index.ts
// caught by: no-restricted-globals
export const setting = process.env['SETTING'];

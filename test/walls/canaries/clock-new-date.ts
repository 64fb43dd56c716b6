// linted as: libs/calendar/src/index.ts
// caught by: no-restricted-syntax
export const now = new Date();

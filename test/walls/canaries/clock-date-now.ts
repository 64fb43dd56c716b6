// linted as: libs/calendar/src/index.ts
// caught by: no-restricted-properties
export const now = Date.now();

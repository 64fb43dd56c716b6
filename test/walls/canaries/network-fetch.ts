// linted as: libs/forms/src/index.ts
// caught by: no-restricted-globals
export const answer = fetch('https://example.org');

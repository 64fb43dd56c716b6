// linted as: libs/engine/src/index.ts
// caught by: no-restricted-syntax
export const wait = async (): Promise<number> => 1;

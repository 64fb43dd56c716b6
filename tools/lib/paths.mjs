import path from 'node:path';

/** Absolute path of the repository. */
export const repositoryRoot = path.resolve(import.meta.dirname, '../..');

/** @param {...string} parts below the repository */
export const inRepository = (...parts) => path.join(repositoryRoot, ...parts);

export { diffDocument } from './diff-document.js';
export { parseClauses } from './parse-clauses.js';
export { readDocumentFile } from './read-document-file.js';

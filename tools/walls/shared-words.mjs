/**
 * Keys of the packages that are also words of the product's own vocabulary, and the only places where they may stand as such. Better
 * than an entry here is a key that says more (`outgoing-letter`).
 *
 * @type {{ key: string, within: string, because: string }[]}
 */
export const sharedWords = [
  { key: 'letter', within: 'libs/documents/src/', because: 'a clause is numbered by a number or by a letter' },
  { key: 'letter', within: 'libs/contracts/src/document/', because: 'the layout profile of a business letter (GOST R 7.0.97-2016)' },
  { key: 'acquaintance', within: 'libs/contracts/src/document/', because: 'a part of a document: the sheet of those who have read it' },
  { key: 'acquaintance', within: 'libs/documents/src/', because: 'a part of a document: the sheet of those who have read it' },
  { key: 'acquaintance', within: 'libs/handlers/src/document/', because: 'a part of a document: the sheet of those who have read it' },
  { key: 'registration', within: 'libs/contracts/src/document/', because: 'a part of the requisites: number and date' },
  { key: 'registration', within: 'libs/runtime/src/views/', because: 'a member of the answers: number and date' },
  { key: 'registration', within: 'apps/admin/src/documents/', because: 'the same member' },
  { key: 'controller', within: 'libs/contracts/src/form/', because: 'a field of a clause: who controls its execution' },
  { key: 'controller', within: 'apps/admin/src/form-renderer/clause-tree/', because: 'the same field' },
  { key: 'controller', within: 'apps/api/src/openapi/', because: 'the suffix of a Nest class' },
  { key: 'registration', within: 'apps/api/src/openapi/', because: 'a part of the requisites, in the answers that OpenAPI shows' },
  { key: 'filing', within: 'apps/api/src/openapi/', because: 'a member of the answers: the file that a document is in' },
  { key: 'base', within: 'apps/api/src/openapi/', because: 'what two edits of a draft began with' },
  { key: 'controller', within: 'libs/forms/src/problems/', because: 'the same field' },
  { key: 'controller', within: 'libs/runtime/src/documents/', because: 'the same field' },
  { key: 'base', within: 'apps/admin/vite.config.ts', because: 'the chunk that every page needs' },
  { key: 'base', within: 'apps/admin/src/', because: 'what two edits of a draft began with, when they are merged' },
  { key: 'disposition', within: 'apps/api/src/', because: 'how a browser shows a file (Content-Disposition, RFC 6266)' },
];

/** Codes of faults that this library throws; expected findings are returned values instead. */
export type DocumentErrorCode =
  | 'document.text-too-long'
  | 'document.mask-invalid'
  | 'document.number-part-invalid'
  | 'document.template-invalid'
  | 'document.template-too-large'
  | 'document.unknown-clause-type'
  | 'document.table-row-width'
  | 'document.emblem-unusable';

/** A document, mask or template that cannot be worked with. `found` and `expected` are for the person who has to mend it. */
export class DocumentError extends Error {
  constructor(
    readonly code: DocumentErrorCode,
    readonly details: { found: string; expected: string; at?: string },
  ) {
    super(`${code}${details.at === undefined ? '' : ` at ${details.at}`}: found ${details.found}, expected ${details.expected}`);
    this.name = 'DocumentError';
  }
}

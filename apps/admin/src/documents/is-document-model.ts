import type { DocumentModel } from '@reglament/contracts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The server has validated the content; this only tells a structured document from a file alone. */
export function asDocumentModel(content: unknown): DocumentModel | null {
  const structured = isRecord(content) && content['format'] === 1 && isRecord(content['requisites']) && Array.isArray(content['clauses']);
  return structured ? (content as unknown as DocumentModel) : null;
}

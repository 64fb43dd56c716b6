import { HandlerError, type JsonObject, type ObjectSchema } from '../handler.js';
import type { DocumentPort, StoredDocument } from '../ports.js';

/** The document variable of a case as a handler gets it: the id is what counts, the rest is for conditions and texts. */
export const documentVariableSchema = { type: 'object', properties: { id: { type: 'string', maxLength: 36 } }, required: ['id'] } as const;

/** Input of the operations that only move a document's state. */
export const stateInputSchema: ObjectSchema = {
  type: 'object',
  properties: { document: { oneOf: [documentVariableSchema, { type: 'null' }] }, caseIndex: { type: ['string', 'null'], maxLength: 80 } },
};

export const stateOutputSchema: ObjectSchema = { type: 'object', properties: { state: { type: 'string' } }, required: ['state'] };

/** The document that the input names. Its absence is no passing fault, so nothing is tried again. */
export async function loadNamed(input: JsonObject, documents: DocumentPort): Promise<StoredDocument> {
  const named = input['document'] as { readonly id: string };
  const found = await documents.load(named.id);
  if (!found) throw new HandlerError('document.unknown', { document: named.id });
  return found;
}

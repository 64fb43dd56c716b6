import type { LocalizedText } from '@reglament/contracts';
import { HandlerError, type JsonObject, type ServiceCall, type ServiceTaskHandler } from '../handler.js';
import type { DocumentPort, DocumentState, StoredDocument } from '../ports.js';
import { loadNamed, stateInputSchema, stateOutputSchema } from './document-input.js';

interface Move {
  readonly operation: string;
  readonly title: LocalizedText;
  readonly to: DocumentState;
  /** States from which the document may get there; from any other the definition is wrong and an incident says so. */
  readonly from: readonly DocumentState[];
  /** What else goes with the move. */
  readonly also?: (document: StoredDocument, input: JsonObject, call: ServiceCall, documents: DocumentPort) => Promise<void>;
}

/** A handler that moves the document's state. Being there already is no fault: a repeated round must not stop a case. */
export function moveState(move: Move): ServiceTaskHandler {
  return {
    type: `document.${move.operation}`,
    title: move.title,
    input: stateInputSchema,
    output: stateOutputSchema,
    transactional: true,
    async run(input, call, { documents }) {
      // A case may be withdrawn before anything was composed: then there is no document to move.
      if (input['document'] === null || input['document'] === undefined) return { output: { state: move.to } };
      const document = await loadNamed(input, documents);
      if (document.state !== move.to) {
        if (!move.from.includes(document.state)) {
          throw new HandlerError('document.stateForbids', { document: document.id, state: document.state, wanted: move.to, allowed: [...move.from] });
        }
        await documents.setState(document.id, move.to);
        await move.also?.(document, input, call, documents);
      }
      return { output: { state: move.to } };
    },
  };
}

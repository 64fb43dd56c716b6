import { localizedTextSchema, type LocalizedText } from '@reglament/contracts';
import { HandlerError, type JsonObject, type ServiceTaskHandler } from '../handler.js';
import { placeholdersIn } from '../notify/placeholders.js';

/**
 * Puts words beside every signed document of the case, of its parts and of the cases that it has called: what they say rests on what has changed since.
 * What was signed stays as it is. `text` has places such as `{version}`, which `values` fill.
 */
export const documentRemarkSigned: ServiceTaskHandler = {
  type: 'document.remark-signed',
  title: { ru: 'Поставить отметку на подписанных документах', en: 'Put a remark on signed documents' },
  input: {
    type: 'object',
    properties: { text: localizedTextSchema, values: { type: 'object', maxProperties: 20, additionalProperties: { type: ['string', 'number', 'boolean', 'null'], maxLength: 1000 } } },
    required: ['text'], additionalProperties: false,
  },
  output: { type: 'object', properties: { documents: { type: 'integer', minimum: 0 } }, required: ['documents'], additionalProperties: false },
  transactional: true,
  async run(input, _call, { documents }) {
    const { text, values = {} } = input as unknown as { readonly text: LocalizedText; readonly values?: JsonObject };
    const missing = placeholdersIn(text).filter((name) => !Object.hasOwn(values, name));
    if (missing.length > 0) throw new HandlerError('document.valueMissing', { names: missing });
    return { output: { documents: await documents.remarkSigned({ text, values }) } };
  },
};

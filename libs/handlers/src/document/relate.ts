import { HandlerError, type FollowUp, type ServiceTaskHandler } from '../handler.js';
import type { DocumentPort, DocumentState, StoredDocument } from '../ports.js';
import { documentVariableSchema, loadNamed } from './document-input.js';

/** What each relation makes of the other document, and the action that its open case is told by. */
const RELATIONS: Readonly<Record<'amends' | 'repeals', { readonly state: DocumentState; readonly action: string }>> = {
  amends: { state: 'amended', action: 'amended' },
  repeals: { state: 'superseded', action: 'repealed' },
};

const relation = {
  type: 'object',
  properties: { type: { enum: Object.keys(RELATIONS) }, document: { type: 'string', pattern: '^document:[0-9a-f-]{36}$' } },
  required: ['type', 'document'],
} as const;

/**
 * Links the document to those that it amends or repeals, moves their states, and tells their open cases by the action `amended` or
 * `repealed`. What is not registered can be neither.
 */
export const documentRelate: ServiceTaskHandler = {
  type: 'document.relate',
  title: { ru: 'Связать с изменяемыми и отменяемыми документами', en: 'Link to the documents that it amends or repeals' },
  input: {
    type: 'object',
    properties: { document: documentVariableSchema, relations: { oneOf: [{ type: 'array', maxItems: 100, items: relation }, { type: 'null' }] } },
    required: ['document'],
  },
  output: { type: 'object', properties: { related: { type: 'integer' } }, required: ['related'] },
  transactional: true,
  async run(input, _call, { documents }) {
    const own = await loadNamed(input, documents);
    const relations = (input['relations'] ?? []) as readonly { readonly type: 'amends' | 'repeals'; readonly document: string }[];
    const followUps: FollowUp[] = [];
    for (const each of relations) {
      const other = await relatable(each.document, own, documents);
      const { state, action } = RELATIONS[each.type];
      await documents.relate(own.id, each.type, other.id);
      await documents.setState(other.id, state);
      if (other.instance) followUps.push({ type: 'triggerAction', instance: other.instance, action, data: { document: own.id } });
    }
    return { output: { related: relations.length }, followUps };
  },
};

async function relatable(reference: string, own: StoredDocument, documents: DocumentPort): Promise<StoredDocument> {
  const other = await documents.load(reference.slice('document:'.length));
  if (!other) throw new HandlerError('document.unknown', { document: reference });
  if (!other.registered || other.id === own.id) throw new HandlerError('document.notRelatable', { document: other.id, state: other.state });
  return other;
}

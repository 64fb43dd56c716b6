import { documentContentHash } from '@reglament/documents';
import { HandlerError, type JsonObject, type ServiceTaskHandler } from '../handler.js';
import { composeModel } from './compose-model.js';
import { documentDraftProperties, draftFrom, partiesOf } from './document-draft.js';
import { documentVariableSchema } from './document-input.js';
import { controlTasks } from './control-tasks.js';

/**
 * Keeps what was written as a version of the document. The same content again makes no new version: a return that changed nothing
 * must not look like an edit. `tasks` are the clauses that go to control.
 */
export const documentCompose: ServiceTaskHandler = {
  type: 'document.compose',
  title: { ru: 'Сохранить версию документа', en: 'Keep a version of the document' },
  input: {
    type: 'object',
    properties: { document: { oneOf: [documentVariableSchema, { type: 'null' }] }, kind: { type: 'string' }, ...(documentDraftProperties as object) },
    required: ['kind'],
  },
  output: {
    type: 'object',
    properties: {
      id: { type: 'string' }, kind: { type: 'string' }, title: { type: 'string' }, version: { type: 'integer' }, contentHash: { type: 'string' },
      state: { type: 'string' }, tasks: { type: 'array' },
    },
    required: ['id', 'kind', 'title', 'version', 'contentHash', 'state', 'tasks'],
  },
  transactional: true,
  async run(input, call, { documents, settings, directory }) {
    const key = input['kind'] as string;
    const found = await settings.documentKind(key, call.organisation);
    if (!found) throw new HandlerError('document.unknownKind', { kind: key, organisation: call.organisation });
    const draft = draftFrom(input);
    const parties = partiesOf(draft);
    const content = composeModel(draft, { kind: found.kind, letterhead: await directory.letterhead(call.organisation), parties: await directory.describe(parties) });
    const known = input['document'] as { readonly id: string } | null | undefined;
    const id = known?.id ?? documents.newId();
    const hash = documentContentHash(content);
    const title = content.requisites.title;
    const version = await documents.keep({ id, kind: key, kindHash: found.kindHash, title, content, contentHash: hash, signer: draft.signer ?? null, parties });
    const tasks = controlTasks(content, found.kind, draft.controller ?? null);
    return { output: { id, kind: key, title, version, contentHash: hash, state: 'draft', tasks: tasks as unknown as JsonObject[string] } };
  },
};

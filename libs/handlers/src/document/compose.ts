import { contentHashOf } from '@reglament/documents';
import { HandlerError, type JsonObject, type ServiceCall, type ServiceTaskHandler } from '../handler.js';
import type { DocumentSettings, HandlerPorts, KeptContent, StructuredSettings, TemplateSettings } from '../ports.js';
import { composeModel } from './compose-model.js';
import { documentDraftProperties, draftFrom, partiesOf } from './document-draft.js';
import { documentVariableSchema } from './document-input.js';
import { controlTasks, type ControlTask } from './control-tasks.js';
import { partiesInData, templateContent, templateDataIn } from './compose-template.js';

/**
 * Keeps what was written as a version of the document. The same content again makes no new version: a return that changed nothing
 * must not look like an edit. `tasks` are the clauses that go to control. For a kind that a Word template makes, everything else in the
 * input is what the template is filled with.
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
  async run(input, call, ports) {
    const key = input['kind'] as string;
    const found = await ports.settings.documentKind(key, call.organisation);
    if (!found) throw new HandlerError('document.unknownKind', { kind: key, organisation: call.organisation });
    const known = input['document'] as { readonly id: string } | null | undefined;
    const id = known?.id ?? ports.documents.newId();
    const { tasks, ...composed } = await compose(input, found, call, ports);
    const version = await ports.documents.keep({ id, kind: key, kindHash: found.kindHash, ...composed });
    return { output: { id, kind: key, title: composed.title, version, contentHash: composed.contentHash, state: 'draft', tasks: tasks as unknown as JsonObject[string] } };
  },
};

interface Composed extends Omit<KeptContent, 'id' | 'kind' | 'kindHash'> { readonly tasks: readonly ControlTask[] }

function compose(input: JsonObject, settings: DocumentSettings, call: ServiceCall, ports: HandlerPorts): Promise<Composed> {
  switch (settings.made) {
    case 'structured': return composeStructured(input, settings, call, ports);
    case 'template': return composeFromTemplate(input, settings, call, ports);
  }
}

async function composeStructured(input: JsonObject, { kind }: StructuredSettings, call: ServiceCall, { directory }: HandlerPorts): Promise<Composed> {
  const draft = draftFrom(input);
  const parties = partiesOf(draft);
  const content = composeModel(draft, { kind, letterhead: await directory.letterhead(call.organisation), parties: await directory.describe(parties) });
  return {
    title: content.requisites.title, content, contentHash: contentHashOf(content), templateHash: null, signer: draft.signer ?? null, parties,
    tasks: controlTasks(content, kind, draft.controller ?? null),
  };
}

/** Who signs is said by the data's `signer`, as in a structured document. Clauses on control are a matter of structured documents alone. */
async function composeFromTemplate(input: JsonObject, settings: TemplateSettings, call: ServiceCall, { directory }: HandlerPorts): Promise<Composed> {
  const data = templateDataIn(input);
  const parties = partiesInData(data);
  const content = templateContent(data, { settings, letterhead: await directory.letterhead(call.organisation), parties: await directory.describe(parties) });
  const signer = data['signer'];
  return {
    title: content.requisites.title, content, contentHash: contentHashOf(content), templateHash: content.template,
    signer: typeof signer === 'string' && parties.includes(signer) ? signer : null, parties, tasks: [],
  };
}

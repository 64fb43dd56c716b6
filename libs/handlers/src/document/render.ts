import { renderDocx, renderPdf } from '@reglament/documents';
import { HandlerError, type ServiceTaskHandler } from '../handler.js';
import { documentVariableSchema, loadNamed } from './document-input.js';

/**
 * Makes the document's files from its model in the official layout. From the queue, since it takes seconds at times: when it fails the
 * number and the registration stand, and the files come with a later attempt.
 */
export const documentRender: ServiceTaskHandler = {
  type: 'document.render',
  title: { ru: 'Изготовить DOCX и PDF', en: 'Make DOCX and PDF' },
  input: { type: 'object', properties: { document: documentVariableSchema }, required: ['document'] },
  output: { type: 'object', properties: { rendered: { type: 'array', items: { enum: ['docx', 'pdf'] } } }, required: ['rendered'] },
  transactional: false,
  async run(input, call, { documents, settings, print }) {
    const document = await loadNamed(input, documents);
    const found = await settings.documentKind(document.kind, call.organisation);
    if (!found) throw new HandlerError('document.unknownKind', { kind: document.kind, organisation: call.organisation });
    const { model, version } = await print.printable(document.id);
    await documents.keepFile(document.id, version, 'docx', await renderDocx(model, found.kind, found.layout));
    await documents.keepFile(document.id, version, 'pdf', await renderPdf(model, found.kind, found.layout));
    await documents.setRendering(document.id, 'ready');
    return { output: { rendered: ['docx', 'pdf'] } };
  },
};

import { renderDocx, renderPdf } from '@reglament/documents';
import type { ServiceTaskHandler } from '../handler.js';
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
  async run(input, _call, { documents, print }) {
    const document = await loadNamed(input, documents);
    try {
      const { print: toPrint, version } = await print.printable(document.id);
      await documents.keepFile(document.id, version, 'docx', await renderDocx(toPrint));
      await documents.keepFile(document.id, version, 'pdf', await renderPdf(toPrint, await print.fonts()));
    } catch (error) {
      await documents.setRendering(document.id, 'failed');
      throw error;
    }
    await documents.setRendering(document.id, 'ready');
    return { output: { rendered: ['docx', 'pdf'] } };
  },
};

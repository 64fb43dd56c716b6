import { renderDocx, renderPdf, renderTemplate } from '@reglament/documents';
import { HandlerError, type ServiceTaskHandler } from '../handler.js';
import type { HandlerPorts, Printable, TemplateToFill } from '../ports.js';
import { documentVariableSchema, loadNamed } from './document-input.js';

/**
 * Makes the document's files: from its model in the official layout, or from its Word template; a template's document has a PDF only where
 * this machine has an office suite. From the queue, since it takes seconds at times: when it fails the
 * number and the registration stand, and the files come with a later attempt.
 */
export const documentRender: ServiceTaskHandler = {
  type: 'document.render',
  title: { ru: 'Изготовить DOCX и PDF', en: 'Make DOCX and PDF' },
  input: { type: 'object', properties: { document: documentVariableSchema }, required: ['document'] },
  output: { type: 'object', properties: { rendered: { type: 'array', items: { enum: ['docx', 'pdf'] } } }, required: ['rendered'] },
  transactional: false,
  async run(input, _call, ports) {
    const { documents } = ports;
    const document = await loadNamed(input, documents);
    try {
      const rendered = await renderFiles(document.id, ports);
      await documents.setRendering(document.id, 'ready');
      return { output: { rendered } };
    } catch (error) {
      await documents.setRendering(document.id, 'failed');
      throw error;
    }
  },
};

async function renderFiles(id: string, { documents, print }: HandlerPorts): Promise<('docx' | 'pdf')[]> {
  const printable = await print.printable(id);
  const docx = await makeDocx(id, printable);
  await documents.keepFile(id, printable.version, 'docx', docx);
  const pdf = printable.made === 'structured' ? await renderPdf(printable.print, await print.fonts()) : await print.toPdf(docx);
  if (pdf === null) return ['docx'];
  await documents.keepFile(id, printable.version, 'pdf', pdf);
  return ['docx', 'pdf'];
}

async function makeDocx(id: string, printable: Printable): Promise<Uint8Array> {
  return printable.made === 'structured' ? renderDocx(printable.print) : fillTemplate(id, printable.fill);
}

/** A document with holes in it is worse than none: what the data do not hold is named, and a person decides. No retry mends it. */
function fillTemplate(id: string, { template, bytes, data, printedAt }: TemplateToFill): Uint8Array {
  const filled = renderTemplate(bytes, data, printedAt);
  if (!filled.ok) throw new HandlerError('document.templateUnusable', { document: id, template, faults: filled.faults.map(({ code, found }) => `${code}: ${found}`) });
  if (filled.missing.length > 0) throw new HandlerError('document.placeholdersEmpty', { document: id, template, placeholders: filled.missing });
  return filled.bytes;
}

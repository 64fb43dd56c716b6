import { documentFiles, readFile as readStored } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { FileContent } from '../files/files.js';
import type { Shell } from '../shell.js';
import { readableDocument } from '../views/document-view.js';

const MEDIA_TYPE = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' } as const;
const MAX_NAME = 120;

/** The file of the document's current version, named as people would name it: «№ 110 О мониторинге.pdf». */
export async function readDocumentFile(shell: Shell, caller: Caller, request: { readonly document: string; readonly format: 'docx' | 'pdf' }): Promise<Answer<FileContent>> {
  const readable = await readableDocument(shell, caller, request.document);
  if (!readable.ok) return readable;
  const { title, number, version } = readable.value;
  const file = (await documentFiles(shell.store, request.document, version)).find(({ format }) => format === request.format);
  const stored = file && (await readStored(shell.store, file.hash));
  if (!stored) return refuse(notFound());
  const name = [number === null ? '' : `№ ${number}`, title].filter((part) => part !== '').join(' ').replace(/[\\/:*?"<>|\r\n]+/g, ' ').slice(0, MAX_NAME).trim();
  return ok({ bytes: Buffer.from(stored.bytes), name: `${name}.${request.format}`, type: MEDIA_TYPE[request.format] });
}

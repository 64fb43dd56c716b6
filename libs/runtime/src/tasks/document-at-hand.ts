import { documentWorkOf, type Json } from '@reglament/engine';
import { HandlerError } from '@reglament/handlers';
import { findDocument, type DocumentRecord, type Tx } from '@reglament/store';
import type { Establishing } from './establish.js';

/** The document that the task is about, read in the transaction: what it holds now is what is signed or registered. */
export async function documentAtHand(tx: Tx, { live, loaded, context }: Establishing): Promise<{ readonly document: DocumentRecord; readonly variable: { readonly [name: string]: Json } }> {
  const work = documentWorkOf(live.compiled, loaded.snapshot, loaded.task.activity, context);
  const variable = work?.document !== null && typeof work?.document === 'object' && !Array.isArray(work.document) ? (work.document as { readonly [name: string]: Json }) : {};
  const id = typeof variable['id'] === 'string' ? variable['id'] : '';
  const document = /^[0-9a-f-]{36}$/.test(id) ? await findDocument(tx, id) : null;
  if (!document) throw new HandlerError('document.unknown', { document: id, task: loaded.task.id });
  return { document, variable };
}

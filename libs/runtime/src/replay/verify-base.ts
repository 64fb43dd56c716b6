import type { DocumentContent } from '@reglament/contracts';
import { contentHashOf } from '@reglament/documents';
import { verify, type Store, type VerifyOptions, type VerifyReport } from '@reglament/store';
import { createStoredReplay } from './replay-stored.js';

/** Every check of the store, with what only the engine and the documents can tell: nothing is skipped. Reads only. */
export async function verifyBase(store: Store, options: Pick<VerifyOptions, 'limit'> = {}): Promise<VerifyReport> {
  return verify(store, { ...options, replay: await createStoredReplay(store), documentHash: (content) => contentHashOf(content as DocumentContent) });
}

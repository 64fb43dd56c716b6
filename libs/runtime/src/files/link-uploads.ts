import type { PartyReference } from '@reglament/contracts';
import { takeUploads, type LoadedInstance, type Tx } from '@reglament/store';
import type { RefusalAnswer } from '../answers/answer.js';
import { invalidRequest } from '../answers/refusals.js';
import type { Plan } from '../transition/carry-out.js';
import { filesIn } from './file-references.js';

/** `linkUploads` as what a plan establishes; nothing where there are no files. */
export function takingUploads(data: unknown, loaded: LoadedInstance, person: PartyReference): Pick<Plan, 'establish'> {
  const files = filesIn(data);
  if (files.length === 0) return {};
  return {
    establish: async (tx) => {
      const denied = await linkUploads(tx, files, loaded.head.id, person, loaded.organisation.id);
      return denied ? { denied } : { facts: null };
    },
  };
}

/**
 * Takes the person's uploads that a form refers to into the case, in the commit that keeps the form. A file that is neither the
 * person's upload nor in the case already is refused: a hash alone must open nobody's file.
 */
export async function linkUploads(tx: Tx, hashes: readonly string[], instance: string, person: PartyReference, organisation: string): Promise<RefusalAnswer | null> {
  const known = await takeUploads(tx, { hashes, instance, organisation, addedBy: person });
  const missing = hashes.filter((hash) => !known.has(hash));
  return missing.length === 0 ? null : invalidRequest('fileUnknown', 'Файл не найден: загрузите его ещё раз.', 'The file is not found: upload it again.');
}

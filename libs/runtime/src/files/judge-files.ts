import type { FieldError, Locale, PartyReference } from '@reglament/contracts';
import { fileFault, fileFaultText, filePlaces } from '@reglament/forms';
import { filesWithinReach } from '@reglament/store';
import type { LiveForm } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { hashOfReference } from './file-references.js';

export interface FilesRequest {
  readonly form: LiveForm;
  readonly data: Record<string, unknown>;
  /** Null: a case that is about to begin. */
  readonly instance: string | null;
  readonly person: PartyReference;
  readonly locale: Locale;
}

/**
 * Files that their fields do not take, by the rule that the browser uses too, but with the type and size of the stored content. Files
 * that the person may not take up are left to `linkUploads`, which refuses them without a word of what they are.
 */
export async function judgeFiles(shell: Pick<Shell, 'store'>, { form, data, instance, person, locale }: FilesRequest): Promise<readonly FieldError[]> {
  const places = filePlaces(form.compiled, data).filter(({ rule }) => rule.accept !== undefined || rule.maxBytes !== undefined);
  if (places.length === 0) return [];
  const hashes = [...new Set(places.map(({ reference }) => hashOfReference(reference)).filter((hash) => hash !== null))];
  const known = new Map((await filesWithinReach(shell.store, { hashes, instance, addedBy: person })).map((file) => [file.hash, file]));
  return places.flatMap(({ pointer, rule, reference, name }) => {
    const file = known.get(hashOfReference(reference) ?? '');
    const fault = file ? fileFault(rule, { name, type: file.type, size: file.size, judged: true }) : null;
    return fault ? [{ pointer: `/data${pointer}`, code: fault, message: fileFaultText(fault, rule, name, locale) }] : [];
  });
}

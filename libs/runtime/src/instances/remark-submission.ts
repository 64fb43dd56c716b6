import type { PartyReference } from '@reglament/contracts';
import { sealSubmission, type NewSubmission } from '@reglament/store';
import { randomUUID } from 'node:crypto';

/** What is kept of a command that answers no task: its form data, where it has any, and its remark. */
export function remarkSubmission(given: {
  readonly node: string | null; readonly outcome: string; readonly author: PartyReference; readonly remark: string | null;
  readonly data: Readonly<Record<string, unknown>> | null; readonly form: { readonly key: string; readonly hash: string } | null;
}): NewSubmission {
  const data = given.data ?? {};
  return { id: randomUUID(), task: null, node: given.node, outcome: given.outcome, author: given.author, remark: given.remark, data, form: given.form, ...sealSubmission({ data, remark: given.remark }) };
}

import type { Outcome } from './advance.js';
import { sealDraft, type Draft } from './draft.js';
import type { CompiledValue } from './expressions.js';
import { scopeAt } from './scope.js';

/** Gives the case its name and number anew where a variable that they read has changed, and seals the draft. */
export function finishDraft(draft: Draft): Outcome {
  if (draft.refusal !== null) return { kind: 'refused', refusal: draft.refusal };
  const { subject, businessKey } = draft.compiled;
  if (isTouched(draft, businessKey)) draft.businessKey = textOf(draft, businessKey);
  if (isTouched(draft, subject)) draft.subject = textOf(draft, subject);
  return { kind: 'advanced', instance: sealDraft(draft), effects: draft.effects };
}

/** At the start (no id given out before) everything is new. */
function isTouched(draft: Draft, value: CompiledValue | null): value is CompiledValue {
  if (value === null) return false;
  const { written, before } = draft;
  if (before.nextId === 1) return true;
  return written !== null && value.reads.some((name) => Object.hasOwn(written, name) || name === 'case');
}

export function textOf(draft: Draft, value: CompiledValue): string | null {
  const found = value.evaluate(scopeAt(draft, null), draft.moment);
  return found === null || typeof found === 'object' ? null : String(found);
}

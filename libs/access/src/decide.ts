import type { LocalizedText, PartyReference } from '@reglament/contracts';
import { POLICIES, type ObjectOf, type Policy, type PolicyName } from './policies.js';
import { because, REASONS } from './reasons.js';
import type { Right } from './right.js';
import type { Rule, Verdict } from './rule.js';
import type { Subject } from './subject.js';

export type Decision =
  | { readonly allowed: true; readonly right: Right; readonly key: PartyReference | null; readonly why: LocalizedText }
  /** `notVisible` is answered 404 with the words of an unknown object, `forbidden` 403 (decision 20). */
  | { readonly allowed: false; readonly reason: 'notVisible' | 'forbidden'; readonly why: LocalizedText };

/** The one place that answers "may X do Y to Z, and why". */
export function decide<Name extends PolicyName>(name: Name, subject: Subject, object: ObjectOf<Name>): Decision {
  // The table's own type ties each name to its target; TypeScript cannot follow that through an index.
  const policy = POLICIES[name] as unknown as Policy<ObjectOf<Name>>;
  const seen = firstVerdict(policy.visible, subject, object);
  if (!seen || 'refuse' in seen) return { allowed: false, reason: 'notVisible', why: REASONS.notVisible };
  const verdict = firstVerdict(policy.allowed, subject, object);
  if (!verdict) return { allowed: false, reason: 'forbidden', why: REASONS.noRight };
  if ('refuse' in verdict) return { allowed: false, reason: 'forbidden', why: REASONS[verdict.refuse] };
  return { allowed: true, right: verdict.grant, key: verdict.key, why: because(verdict.because, verdict.grant) };
}

function firstVerdict<Target>(rules: readonly Rule<Target>[], subject: Subject, object: Target): Verdict {
  for (const rule of rules) {
    const verdict = rule(subject, object);
    if (verdict) return verdict;
  }
  return null;
}

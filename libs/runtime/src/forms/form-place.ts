import { decide, type Subject } from '@reglament/access';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { callerSubject } from '../views/subject-of.js';

/** Where somebody makes forms: the own organisation, whose tree will see them. */
export interface FormPlace { readonly organisation: string; readonly path: string; readonly timeZone: string; readonly subject: Subject }

export async function formPlace(shell: Shell, caller: Caller, policy: 'form.read' | 'form.manage'): Promise<Answer<FormPlace>> {
  const home = await shell.people.organisationOf(caller.person);
  const organisation = home ? shell.organisations.record(home) : null;
  if (!organisation) return refuse(notFound());
  const subject = await callerSubject(shell, caller);
  const { id, path, timeZone } = organisation;
  const decision = decide(policy, subject, { type: 'organisation', path });
  return decision.allowed ? ok({ organisation: id, path, timeZone, subject }) : refuse(noAccess(decision));
}

import type { Subject } from '@reglament/access';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';

/** The caller on the business date of the caller's own organisation: what lists go by. */
export async function callerSubject(shell: Shell, caller: Caller): Promise<Subject> {
  const home = await shell.people.organisationOf(caller.person);
  const timeZone = (home && shell.organisations.record(home)?.timeZone) ?? 'UTC';
  return shell.people.subject(caller.person, timeZone, shell.clock.now());
}

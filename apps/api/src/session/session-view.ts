import { PERMISSIONS, type PartyView, type SessionView } from '@reglament/contracts';
import { permittedPaths } from '@reglament/access';
import type { Runtime } from '@reglament/runtime';
import type { RequestSession } from '../security/request-session.js';

/** What the panel must know of who is signed in. Every `may` is checked again where it is used. */
export async function sessionView(runtime: Runtime, session: RequestSession): Promise<SessionView> {
  const { people, clock, organisations } = runtime.shell;
  const facts = await people.facts(session.person);
  const today = clock.localDate(organisations.record(session.organisation)?.timeZone ?? 'UTC');
  const current = <Held extends { from: string | null; to: string | null }>(held: Held): boolean => (held.from ?? today) <= today && today <= (held.to ?? today);
  const roles = (facts?.own.roles ?? []).filter(current);
  const standsInFor = (facts?.standsInFor ?? []).filter(current);
  const organisation = `organisation:${session.organisation}`;
  const titles = await people.titles([
    session.person, organisation, ...roles.flatMap((held) => [`role:${held.role}@${held.organisation}`, `organisation:${held.organisation}`]), ...standsInFor.map(({ absent }) => absent.person),
  ], session.locale);
  const view = (reference: string): PartyView => titles.get(reference) ?? { reference, title: '' };
  return {
    person: view(session.person), login: session.login, locale: session.locale, organisation: view(organisation),
    roles: roles.map((held) => ({ role: held.role, title: view(`role:${held.role}@${held.organisation}`).title, organisation: view(`organisation:${held.organisation}`) })),
    substitutes: standsInFor.map(({ absent, to }) => ({ absent: view(absent.person), until: to ?? '' })),
    may: PERMISSIONS.filter((permission) => permittedPaths(session.subject, permission).length > 0),
    csrfToken: session.csrfToken, demo: clock.movable, businessTime: clock.now(),
  };
}

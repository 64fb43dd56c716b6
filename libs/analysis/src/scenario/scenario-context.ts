import { compileCalendar } from '@reglament/calendar';
import type { WorkingCalendar } from '@reglament/contracts';
import type { Compiled, Context, OrganisationFacts } from '@reglament/engine';

/**
 * What a scenario's world knows of organisations: every one has the same calendar, and above each there is one in which somebody holds every
 * role that the process looks for there.
 */
export function scenarioContext(compiled: Compiled, calendar: WorkingCalendar, timeZone: string = calendar.timeZone): (now: string) => Context {
  const ready = compileCalendar(calendar, { timeZone });
  const superiors = [{ organisation: 'above', roles: [...rolesAbove(compiled.definition)].sort() }];
  const organisations = new EveryOrganisation((id) => ({ id, calendar: ready, superiors }));
  return (now) => ({ now, organisations });
}

class EveryOrganisation extends Map<string, OrganisationFacts> {
  constructor(private readonly make: (id: string) => OrganisationFacts) { super(); }

  override get(id: string): OrganisationFacts {
    return super.get(id) ?? this.make(id);
  }
}

function rolesAbove(value: unknown): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  const { type, role } = value as { readonly type?: unknown; readonly role?: unknown };
  const own = type === 'superior' && typeof role === 'string' ? [role] : [];
  return new Set([...own, ...Object.values(value).flatMap((inner) => [...rolesAbove(inner)])]);
}

import { isWithin } from '@reglament/access';
import { compileCalendar, type CompiledCalendar } from '@reglament/calendar';
import type { WorkingCalendar } from '@reglament/contracts';
import type { Context, OrganisationFacts } from '@reglament/engine';
import type { CalendarVersion, Organisation, RecordedFact } from '@reglament/store';

/** What there is now, and what was in force before. */
export interface Surroundings {
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** Oldest first. */
  readonly calendars: readonly CalendarVersion[];
  /** Roles that are held now, by organisation; for what never happened and so was never told. Left out, only what was told counts. */
  readonly heldNow?: Holders;
}

/**
 * What the engine was told of the organisations when a transition was made. Who held a role is taken from the parties that the
 * transition itself named; a calendar from the hash that it recorded, otherwise it is the one that was published by then.
 */
export function createContextOfThen({ organisations, calendars, heldNow = new Map() }: Surroundings): (facts: readonly RecordedFact[]) => Context {
  const compiled = new Map<string, CompiledCalendar>();
  const ready = (version: CalendarVersion, timeZone: string): CompiledCalendar => {
    const key = `${version.hash} ${timeZone}`;
    const known = compiled.get(key) ?? compileCalendar(version.content as WorkingCalendar, { timeZone, hash: version.hash });
    compiled.set(key, known);
    return known;
  };
  const calendarFor = (organisation: Organisation, named: ReadonlySet<unknown>, recordedAt: string): CompiledCalendar | null => {
    const candidates = calendars.filter(({ key, path }) => key === organisation.calendar && isWithin(organisation.path, path));
    const inForce = candidates.filter(({ publishedAt }) => publishedAt <= recordedAt).sort((a, b) => a.path.length - b.path.length).at(-1);
    const version = candidates.find(({ hash }) => named.has(hash)) ?? inForce;
    return version ? ready(version, organisation.timeZone) : null;
  };

  return (facts) => {
    const first = facts[0];
    const named = new Set(facts.map(({ data }) => data['calendar']));
    const holders = holdersIn(facts);
    const above = (organisation: Organisation): OrganisationFacts['superiors'] => superiorsOf(organisation, organisations, withHeldNow(organisation, organisations, holders, heldNow));
    return {
      now: first?.at ?? '',
      organisations: new FactsOnDemand((id) => {
        const organisation = organisations.get(id);
        const calendar = organisation && calendarFor(organisation, named, first?.recordedAt ?? '');
        return organisation && calendar ? { id, calendar, superiors: above(organisation) } : undefined;
      }),
    };
  };
}

/** The engine asks for one or two of some thousand organisations: they are put together when it does. */
class FactsOnDemand extends Map<string, OrganisationFacts> {
  constructor(private readonly make: (id: string) => OrganisationFacts | undefined) { super(); }

  override get(id: string): OrganisationFacts | undefined {
    const known = super.get(id) ?? this.make(id);
    if (known) this.set(id, known);
    return known;
  }
}

export type Holders = ReadonlyMap<string, ReadonlySet<string>>;

/** Roles by organisation, of every party that the facts name. */
function holdersIn(facts: readonly RecordedFact[]): Holders {
  const holders = new Map<string, Set<string>>();
  for (const { data } of facts) {
    for (const value of [data['performers'], data['to'], data['approvers']]) {
      for (const party of Array.isArray(value) ? value : [value]) {
        const [, role, organisation] = typeof party === 'string' ? /^role:(.+)@(.+)$/.exec(party) ?? [] : [];
        if (role !== undefined && organisation !== undefined) holders.set(organisation, (holders.get(organisation) ?? new Set()).add(role));
      }
    }
  }
  return holders;
}

/** Those above an organisation as they stand now, beside those that were told. */
function withHeldNow(organisation: Organisation, all: ReadonlyMap<string, Organisation>, told: Holders, heldNow: Holders): Holders {
  if (heldNow.size === 0) return told;
  const above = [...heldNow].filter(([id]) => all.has(id) && isWithin(organisation.path, all.get(id)!.path));
  return new Map([...told, ...above.map(([id, roles]) => [id, new Set([...roles, ...(told.get(id) ?? [])])] as const)]);
}

function superiorsOf(organisation: Organisation, all: ReadonlyMap<string, Organisation>, holders: Holders): OrganisationFacts['superiors'] {
  return [...holders]
    .filter(([id]) => id !== organisation.id && all.has(id))
    .map(([id, roles]) => ({ organisation: id, roles: [...roles], depth: isWithin(organisation.path, all.get(id)!.path) ? all.get(id)!.path.length : 0 }))
    .sort((a, b) => b.depth - a.depth)
    .map(({ organisation: id, roles }) => ({ organisation: id, roles }));
}

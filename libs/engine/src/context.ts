import type { WorkingCalendar } from '@reglament/contracts';

/** What the engine must know of an organisation. Plain data: the shell loads it, caches it and records its hash. */
export interface OrganisationFacts {
  readonly id: string;
  /** Key into `Context.calendars`. */
  readonly calendar: string;
  /** IANA zone in which its working days begin and end. */
  readonly timeZone: string;
  /** The organisations above it, nearest first, each with the roles that somebody holds there. */
  readonly superiors: readonly { readonly organisation: string; readonly roles: readonly string[] }[];
}

/** Everything from outside that `start` and `advance` may look at. No clock, no randomness: the same context gives the same answer. */
export interface Context {
  /** Business time, ISO 8601 in UTC. */
  readonly now: string;
  readonly calendars: ReadonlyMap<string, WorkingCalendar>;
  /** The case's organisation must be there; of a performer's organisation that is not, the case's stands in. */
  readonly organisations: ReadonlyMap<string, OrganisationFacts>;
  /** Most items that a forEach may have; 50,000 by default. */
  readonly maxChildren?: number;
}

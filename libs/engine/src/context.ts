import type { CompiledCalendar } from '@reglament/calendar';

/** What the engine must know of an organisation. The shell loads it, caches it and records its hashes. */
export interface OrganisationFacts {
  readonly id: string;
  /** Its working calendar, compiled for its own time zone. */
  readonly calendar: CompiledCalendar;
  /** The organisations above it, nearest first, each with the roles that somebody holds there. */
  readonly superiors: readonly { readonly organisation: string; readonly roles: readonly string[] }[];
}

/** Everything from outside that `start` and `advance` may look at. No clock, no randomness: the same context gives the same answer. */
export interface Context {
  /** Business time, ISO 8601 in UTC. */
  readonly now: string;
  /** The case's organisation must be there; where a performer's is missing, the case's stands in for its calendar. */
  readonly organisations: ReadonlyMap<string, OrganisationFacts>;
  /** Most items that a parallel forEach may have; 50,000 by default. */
  readonly maxChildren?: number;
}

export const DEFAULT_MAX_CHILDREN = 50_000;

/** Automatic steps of one `start` or `advance`: what stops an endless loop of gateways (fault F19). */
export const MAX_STEPS = 1_000;

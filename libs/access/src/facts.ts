import type { PartyReference, Permission } from '@reglament/contracts';

/** Calendar date `YYYY-MM-DD` in the zone of the person's organisation; both ends of a period are inclusive, null is open. */
export type LocalDate = string;

export interface Period { readonly from: LocalDate | null; readonly to: LocalDate | null }

export interface RoleHolding extends Period {
  readonly role: string;
  readonly organisation: string;
  /** Materialised path of the organisation, ids joined by `/` from the root. */
  readonly path: string;
  /** What the role lets its holder do besides work that names it as performer, in this organisation and everything below. Which role carries what is data. */
  readonly permissions: readonly Permission[];
}

export interface PositionHolding extends Period {
  readonly position: string;
  readonly organisation: string;
  readonly path: string;
  /** The head answers for the organisation itself. */
  readonly head: boolean;
}

/** What one person holds. */
export interface Holdings {
  readonly person: PartyReference;
  readonly roles: readonly RoleHolding[];
  readonly positions: readonly PositionHolding[];
}

/** One substitution in which the person stands in for somebody absent. */
export interface StandIn extends Period {
  readonly substitution: string;
  readonly absent: Holdings;
  /** Null: everything that the absent person performs; otherwise only what these roles and positions perform. */
  readonly only: readonly string[] | null;
}

/** Everything that is known of a person when it is asked what that person may do. Loaded whole, so that a decision needs no query. */
export interface AccessFacts {
  readonly own: Holdings;
  readonly standsInFor: readonly StandIn[];
}

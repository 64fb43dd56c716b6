export interface Organisation {
  readonly id: string;
  readonly parent: string | null;
  /** Numbers from the root joined by `/`; what scopes are compared with. */
  readonly path: string;
  readonly shortName: string;
  readonly fullName: string;
  readonly kind: string;
  readonly timeZone: string;
  readonly calendar: string;
  readonly journalSet: string | null;
  readonly status: 'active' | 'closed';
  readonly successor: string | null;
}

export const organisationColumns = `o.id, o.parent, o.path, o.short_name as "shortName", o.full_name as "fullName", o.kind,
  o.time_zone as "timeZone", o.calendar, o.journal_set as "journalSet", o.status, o.successor`;

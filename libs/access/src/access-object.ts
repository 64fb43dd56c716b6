import type { PartyReference } from '@reglament/contracts';

/** What of a case decides who may do what with it. Parties are references as stored; the subject's keys are matched against them. */
export interface CaseObject {
  readonly type: 'case';
  readonly path: string;
  readonly starter: PartyReference | null;
  /** Performers and assignees of its tasks, open and closed. */
  readonly participants: readonly PartyReference[];
  /** From the definition: who may look on, who may cancel. */
  readonly observers: readonly PartyReference[];
  readonly cancellers: readonly PartyReference[];
}

export interface TaskObject {
  readonly type: 'task';
  readonly path: string;
  readonly performers: readonly PartyReference[];
  readonly assignee: PartyReference | null;
  /** Persons who may not complete it (four-eyes). */
  readonly excluded: readonly PartyReference[];
  readonly open: boolean;
  readonly inCase: CaseObject;
}

/** An action of an open activity, e.g. withdrawal: whoever its performers name may trigger it. */
export interface ActionObject {
  readonly type: 'action';
  readonly path: string;
  readonly performers: readonly PartyReference[];
  readonly inCase: CaseObject;
}

export interface DocumentObject {
  readonly type: 'document';
  readonly path: string;
  readonly registered: boolean;
  /** Signer, approvers, executors, acquainted people. */
  readonly parties: readonly PartyReference[];
  readonly inCase: CaseObject | null;
}

/** A definition whose start event names performers in an organisation. */
export interface StartObject { readonly type: 'start'; readonly path: string; readonly performers: readonly PartyReference[] }

/** Anything that is configured or looked after in an organisation: people, journals, definitions, incidents, the audit. */
export interface OrganisationObject { readonly type: 'organisation'; readonly path: string }

/** A record of a registry. `readers`: the roles that read it, each in every organisation at or above the record's own. */
export interface RecordObject { readonly type: 'record'; readonly path: string; readonly readers: readonly PartyReference[] }

export type AccessObject = CaseObject | TaskObject | ActionObject | DocumentObject | StartObject | OrganisationObject | RecordObject;

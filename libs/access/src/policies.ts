import type { ActionObject, CaseObject, DocumentObject, OrganisationObject, RecordObject, StartObject, TaskObject } from './access-object.js';
import { anybody, party, permission, type Rule } from './rule.js';
import { isAssignee, mayPerform, notExcluded, performs, seesTask } from './task-rules.js';

/**
 * One policy: who may see the object at all (nobody else learns that it exists), and who may do this to it. Rules are asked in
 * order; the first that grants or refuses decides. `allowed` is asked only after `visible` has granted.
 */
export interface Policy<Target> { readonly visible: readonly Rule<Target>[]; readonly allowed: readonly Rule<Target>[] }

const seesCase: readonly Rule<CaseObject>[] = [
  party('starter', (each) => [each.starter]),
  party('participant', (each) => each.participants),
  party('observer', (each) => each.observers),
  party('canceller', (each) => each.cancellers),
  permission('seeAllCases'),
  // Nobody puts right what they may not see.
  permission('manageCases'),
];
const taskVisible = [...seesTask, permission<TaskObject>('seeAllCases'), permission<TaskObject>('manageCases')];

const onTask = (...allowed: Rule<TaskObject>[]): Policy<TaskObject> => ({ visible: taskVisible, allowed });
const onCase = (...allowed: Rule<CaseObject>[]): Policy<CaseObject> => ({ visible: seesCase, allowed });
/** What is configured or looked after: invisible without the permission. */
const onOrganisation = (...rules: Rule<OrganisationObject>[]): Policy<OrganisationObject> => ({ visible: rules, allowed: rules });

/** Every right of the product by name. API guards and the panel's buttons ask this table and nothing else. */
export const POLICIES = {
  'task.read': onTask(anybody()),
  'task.check': onTask(notExcluded, performs),
  'task.complete': onTask(notExcluded, performs),
  'task.saveDraft': onTask(notExcluded, performs),
  'task.claim': onTask(notExcluded, performs),
  'task.unclaim': onTask(isAssignee),
  'task.delegate': onTask(notExcluded, performs),
  'task.addApprover': onTask(notExcluded, mayPerform),

  'case.read': onCase(anybody()),
  'case.comment': onCase(party('starter', (each) => [each.starter]), party('participant', (each) => each.participants), party('observer', (each) => each.observers)),
  'case.attachFile': onCase(party('starter', (each) => [each.starter]), party('participant', (each) => each.participants)),
  'case.invite': onCase(party('starter', (each) => [each.starter]), party('canceller', (each) => each.cancellers), permission('managePeople')),
  'case.cancel': onCase(party('canceller', (each) => each.cancellers), permission('manageCases')),
  /** Suspend, resume, modify, take back. */
  'case.manage': onCase(permission('manageCases')),
  'case.start': {
    visible: [party<StartObject>('mayStart', (start) => start.performers)],
    allowed: [party<StartObject>('mayStart', (start) => start.performers)],
  } satisfies Policy<StartObject>,
  'action.trigger': {
    visible: [
      party<ActionObject>('performer', (action) => action.performers),
      ...seesCase.map((rule): Rule<ActionObject> => (subject, action) => rule(subject, action.inCase)),
    ],
    allowed: [party<ActionObject>('performer', (action) => action.performers)],
  } satisfies Policy<ActionObject>,

  'document.read': {
    visible: [
      party<DocumentObject>('documentParty', (document) => document.parties),
      ...seesCase.map((rule): Rule<DocumentObject> => (subject, document) => document.inCase && rule(subject, document.inCase)),
      (subject, document) => (document.registered ? permission<DocumentObject>('seeJournals')(subject, document) : null),
      permission('seeAllCases'),
    ],
    allowed: [anybody()],
  } satisfies Policy<DocumentObject>,

  'record.read': { visible: [party<RecordObject>('registryReader', (record) => record.readers)], allowed: [anybody()] } satisfies Policy<RecordObject>,

  'journal.read': onOrganisation(permission('seeJournals')),
  'incident.read': onOrganisation(permission('seeIncidents')),
  'incident.retry': { visible: [permission<OrganisationObject>('seeIncidents')], allowed: [permission('retryIncidents')] } satisfies Policy<OrganisationObject>,
  'incident.leaveOut': { visible: [permission<OrganisationObject>('seeIncidents')], allowed: [permission('retryIncidents')] } satisfies Policy<OrganisationObject>,
  /** One operation over many cases: each case is asked about anew. */
  'batch.read': onOrganisation(permission('manageCases')),
  'mail.read': onOrganisation(permission('seeIncidents')),
  'mail.retry': { visible: [permission<OrganisationObject>('seeIncidents')], allowed: [permission('retryIncidents')] } satisfies Policy<OrganisationObject>,
  /** Move living cases to another version: each case is asked about anew. */
  'definition.migrate': { visible: [permission<OrganisationObject>('seeDefinitions'), permission('manageCases')], allowed: [permission('manageCases')] } satisfies Policy<OrganisationObject>,
  'definition.read': onOrganisation(permission('seeDefinitions')),
  'form.read': onOrganisation(permission('seeDefinitions'), permission('manageForms')),
  'form.manage': { visible: [permission<OrganisationObject>('seeDefinitions'), permission('manageForms')], allowed: [permission('manageForms')] } satisfies Policy<OrganisationObject>,
  'person.read': onOrganisation(permission('seePeople')),
  'person.manage': { visible: [permission<OrganisationObject>('seePeople')], allowed: [permission('managePeople')] } satisfies Policy<OrganisationObject>,
  'substitution.read': onOrganisation(permission('manageSubstitutions'), permission('seePeople')),
  'substitution.manage': { visible: [permission<OrganisationObject>('seePeople'), permission('manageSubstitutions')], allowed: [permission('manageSubstitutions')] } satisfies Policy<OrganisationObject>,
  'audit.read': onOrganisation(permission('seeAudit')),
  'clock.move': { visible: [anybody<OrganisationObject>()], allowed: [permission('moveClock')] } satisfies Policy<OrganisationObject>,
} as const;

export type PolicyName = keyof typeof POLICIES;
/** What a policy must be asked about. */
export type ObjectOf<Name extends PolicyName> = (typeof POLICIES)[Name] extends Policy<infer Target> ? Target : never;

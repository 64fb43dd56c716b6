export type { AccessFacts, Holdings, LocalDate, Period, PositionHolding, RoleHolding, StandIn } from './facts.js';
export { keyList, performerKeys, type PerformerKey } from './performer-keys.js';
export { isWithin } from './organisation-path.js';
export { DIRECT, type Right } from './right.js';
export { permittedPaths, rightTo, subjectOf, type Subject } from './subject.js';
export type { AccessObject, ActionObject, CaseObject, DocumentObject, OrganisationObject, StartObject, TaskObject } from './access-object.js';
export { POLICIES, type ObjectOf, type PolicyName } from './policies.js';
export { decide, type Decision } from './decide.js';
export { REASONS, type ReasonKey } from './reasons.js';

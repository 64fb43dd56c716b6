export { CanonicalJsonError, canonicalJson } from './canonical/canonical-json.js';
export { contentHash } from './canonical/content-hash.js';
export { sha256Hex } from './canonical/sha256.js';
export { localizedTextSchema, textIn, type LocalizedText, type Locale } from './localized-text/localized-text.schema.js';
export { CONDITION_OPERATORS, conditionSchema, type Condition, type ConditionOperator } from './condition/condition.schema.js';
export {
  keySchema, mappingSchema, partyReferencePattern, performerSchema, performersSchema, termSchema, valueSchema, variableNameSchema, variablePathSchema,
  type Mapping, type PartyReference, type Performer, type TermExpression, type ValueExpression,
} from './process-definition/value.schema.js';
export type { BoundaryEvent, Escalation, ForEach, Outcome, Reminder, Retry, SubmissionCheck } from './process-definition/activity-parts.schema.js';
export {
  nodeSchema,
  type ApprovalTask, type DocumentTask, type EndEvent, type ExclusiveGateway, type FlowNode, type FlowNodeType, type ParallelGateway,
  type ServiceTask, type StartEvent, type SubProcess, type UserTask,
} from './process-definition/nodes.schema.js';
export {
  processDefinitionSchema, STATE_TONES, VARIABLE_TYPES, type ProcessDefinition, type StateTone, type VariableType,
} from './process-definition/process-definition.schema.js';

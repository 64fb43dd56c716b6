export { HandlerError, type ErrorResult, type FollowUp, type HandlerResult, type JsonObject, type ObjectSchema, type ServiceCall, type ServiceTaskHandler } from './handler.js';
export {
  DOCUMENT_STATES, type AnswerPart, type AnswersPort, type DirectoryPort, type DocumentPort, type DocumentSettings, type DocumentState, type HandlerPorts, type KeptContent,
  type Letterhead, type NotificationPort, type NotificationWords, type Printable, type PrintPort, type PrintedParty, type SettingsPort, type StoredDocument, type StructuredSettings, type TemplateSettings, type TemplateToFill,
} from './ports.js';
export {
  assertHandlersKnown, createHandlerRegistry, HandlerRegistryError, type HandlerRegistry, type HandlerUse, type RegistryErrorCode,
} from './registry/handler-registry.js';
export { createCheckRegistry, type CheckRegistry } from './registry/check-registry.js';
export type { CasesPort, CheckCall, CheckPorts, CheckReport, StaffPort, SubmissionCheckHandler } from './checks/check.js';
export { valueAt } from './checks/variable-path.js';
export { draftFrom, partiesOf, type DocumentDraft } from './document/document-draft.js';
export { composeModel, type ComposeFacts } from './document/compose-model.js';
export { controlTasks, type ControlTask } from './document/control-tasks.js';
export { mergeRecord } from './records/merge-record.js';
export { naturalKeyOf, type NaturalKey } from './records/natural-key.js';
export type { FoundRecords, RecordPort, RecordsToFind, RecordToWrite, WrittenRecord } from './records/record-port.js';
export { fillPlaces } from './notify/placeholders.js';
export { BUILTIN_CHECKS, BUILTIN_HANDLERS } from './builtin.js';
export { respondentsOf, type PartResults, type Respondent, type RespondentState } from './aggregate/current-answers.js';
export { SUBMISSIONS_AGGREGATE } from './aggregate/submissions-aggregate.js';
export { coverageOf, rowsIn, summarise, type Coverage, type Summary, type SummarySource } from './aggregate/summarise.js';
export { settingsIn, type SummarySettings } from './aggregate/summary-settings.js';

export { CanonicalJsonError, canonicalJson } from './canonical/canonical-json.js';
export { contentHash } from './canonical/content-hash.js';
export { sha256Hex } from './canonical/sha256.js';
export { localizedTextSchema, textIn, type LocalizedText, type Locale } from './localized-text/localized-text.schema.js';
export { CONDITION_OPERATORS, conditionSchema, type Condition, type ConditionOperator } from './condition/condition.schema.js';
export {
  keySchema, mappingSchema, partyReferencePattern, performerSchema, performersSchema, termSchema, valueSchema, variableNameSchema, variablePathSchema,
  type Invite, type Mapping, type PartyReference, type Performer, type TaskPerformer, type TermExpression, type ValueExpression,
} from './process-definition/value.schema.js';
export { recurrenceSchema, startingEventSchema, type Recurrence, type StartingEvent } from './process-definition/starting-event.schema.js';
export type { Escalation, ForEach, Outcome, Reminder, Retry, StandardLoop, SubmissionCheck } from './process-definition/activity-parts.schema.js';
export type { BoundaryEvent, CatchEventTrigger, EndEventTrigger, EventTrigger, ThrowEventTrigger } from './process-definition/events.schema.js';
export {
  nodeSchema,
  type AdHocSubProcess, type ApprovalTask, type BusinessRuleTask, type CallActivity, type CatchEvent, type DocumentTask, type EndEvent, type EventBasedGateway, type ExclusiveGateway, type FlowNode, type FlowNodeType, type InclusiveGateway, type ParallelGateway, type ReceiveTask, type SendTask,
  type ServiceTask, type StartEvent, type SubProcess, type ThrowEvent, type UserTask,
} from './process-definition/nodes.schema.js';
export {
  processDefinitionSchema, STATE_TONES, VARIABLE_TYPES, type ProcessDefinition, type StateTone, type VariableType,
} from './process-definition/process-definition.schema.js';
export {
  CALENDAR_DAY_KINDS, calendarDaySchema, calendarYearSchema, WEEKDAYS, workingCalendarSchema,
  type CalendarDay, type CalendarDayKind, type CalendarYear, type Weekday, type WorkingCalendar,
} from './calendar/working-calendar.schema.js';
export { DECISION_VALUE_TYPES, decisionTableSchema, HIT_POLICIES, type DecisionColumn, type DecisionTable, type HitPolicy } from './decision-table/decision-table.schema.js';
export { clauseDueModeSchema, documentClauseSchema } from './document/clause.schema.js';
export type { ClauseDueMode, DocumentClause } from './document/clause.schema.js';
export { clauseTypeSchema, documentKindSchema, lintCodes, structuredKindSchema, templateKindSchema } from './document/document-kind.schema.js';
export type { ClauseType, DocumentKind, LintCode, StructuredKind, TemplateKind } from './document/document-kind.schema.js';
export { documentModelSchema } from './document/document-model.schema.js';
export type { DocumentAttachment, DocumentModel, ExecutorContact, FilingMark } from './document/document-model.schema.js';
export { acquaintanceSheetSchema, documentTableSchema, documentVisaSchema, signatureBlockSchema, signatureMarkSchema } from './document/document-parts.schema.js';
export type { AcquaintanceSheet, DocumentTable, DocumentTableAnchor, DocumentVisa, SignatureBlock, SignatureMark } from './document/document-parts.schema.js';
export type { DocumentPerson } from './document/document-text.schema.js';
export { journalSchema } from './document/journal.schema.js';
export type { Journal } from './document/journal.schema.js';
export { documentTemplateSchema, documentTemplateLimit } from './document/document-template.schema.js';
export type { DocumentTemplate } from './document/document-template.schema.js';
export { templateDocumentSchema } from './document/template-document.schema.js';
export type { DocumentContent, TemplateDocument, TemplateParty } from './document/template-document.schema.js';
export { layoutProfileSchema } from './document/layout-profile.schema.js';
export type { LayoutProfile } from './document/layout-profile.schema.js';
export { lintFindingSchema } from './document/lint-finding.schema.js';
export type { LintFinding } from './document/lint-finding.schema.js';
export { documentBasisSchema, documentRegistrationSchema, documentRequisitesSchema, documentStampSchema } from './document/requisites.schema.js';
export type { DocumentBasis, DocumentRegistration, DocumentRequisites, DocumentStamp } from './document/requisites.schema.js';
export type { Page, PageQuery } from './rest/page.js';
export type { CheckResult, FieldError, Finding, Problem } from './rest/problem.js';
export { PERMISSIONS, type PartyView, type Permission, type SessionView, type Setup, type SignIn } from './rest/session.js';
export type {
  ApprovalView, CompletedTask, CompleteTask, DocumentSummary, DraftSaved, OutcomeView, SaveDraft, TaskCounts, TaskFilter, TaskRow, TaskScope, TaskView,
} from './rest/tasks.js';
export type {
  ActionView, AddComment, CancelInstance, ChildrenView, ChildView, CommentView, DiagramView, FileView, HistoryRow, InstanceFilter, InstanceRow, InstanceView, RouteView, StartedInstance,
  StartInstance, TriggerAction,
} from './rest/process-instances.js';
export {
  BATCH_KINDS, type BatchCount, type BatchFilter, type BatchItemRow, type BatchKind, type BatchRow, type CaseChange, type CaseManagement, type CasePlace, type CaseStart, type CaseSuspension, type CaseUndo, type CaseVariable,
  type CountBatch, type ModificationPreview, type ModifyCase, type OperateOnCase, type PreviewChanges, type RetryIncident, type StartBatch,
} from './rest/operations.js';
export type {
  MigrationBatchRow, MigrationBatchView, MigrationPlanView, MigrationQuestion, MigrationReasonView, PlanMigration, PlannedCase, StartMigration, TermsDecision, UndoMigration, VersionChange, VersionComparison,
} from './rest/migrations.js';
export type { DryRunCaseRow, DryRunCases, DryRunView } from './rest/dry-run.js';
export type { CoverageView, IndicatorSum, RespondentView, SummaryAnswer, SummaryVersion, SummaryView } from './rest/summaries.js';
export type {
  DocumentDiffView, DocumentFieldView, DocumentFilter, DocumentRow, DocumentView, JournalEntryRow, JournalRow, ParseClauses, ParsedClauses, Retention,
} from './rest/documents.js';
export { AUDIT_ACTIONS } from './audit/audit-actions.js';
export type { InvitationRow, OpenLink, Responded, RespondView, RenewedLink } from './rest/invitations.js';
export type { MailRow, MailSummary, PersonEmail, SetEmail } from './rest/mail.js';
export type { AuditChange, AuditFilter, AuditRow, AuditTarget } from './rest/audit.js';
export type {
  ClockView, DefinitionBeginning, DefinitionRow, DefinitionVersionRow, IncidentRow, LoadSampleCases, MoveClock, NotificationRow, OrganisationRow, PersonRow, SamplePackageRow, SaveSubstitution, SubstitutionRow,
  AddOrganisation, AddPerson, BlockAccount, Choice, GiveRole, HeldRole, OpenAccount, OrganisationChoices, PersonAccount,
} from './rest/administration.js';
export { scenarioSchema, type Scenario, type ScenarioStep } from './package/scenario.schema.js';
export { packageManifestSchema, positionsSchema, rolesSchema, type PackageManifest, type Positions, type Roles } from './package/package-manifest.schema.js';
export {
  sampleCasesSchema, sampleOrganisationsSchema, samplePeopleSchema, sampleRecordsSchema, sampleSubstitutionsSchema,
  type SampleCase, type SampleCases, type SampleOrganisations, type SamplePeople, type SampleRecord, type SampleRecords, type SampleSubstitutions,
} from './package/sample-data.schema.js';
export { formDefinitionSchema, type FormDataSchema, type FormDefinition, type FormSection } from './form/form-definition.schema.js';
export type {
  CalculatedField, CheckboxField, ChoiceField, ClauseTreeField, ClauseTypeOption, DateField, DocumentField, FieldOption, FileField, FormField,
  InfoField, NumberField, PartyField, RowsField, TextareaField, TextField,
} from './form/form-field.js';
export { formFieldVariants } from './form/form-field.schema.js';
export { fieldPathSchema, formPathPattern, formPathSchema } from './form/form-path.js';
export {
  formRuleVariants, type CalculatedRule, type CheckRule, type FormRule, type ReadonlyRule, type RequiredRule, type VisibleRule,
} from './form/form-rule.schema.js';
export { documentReferencePattern, fileReferencePattern, FORM_WIDGETS, PARTY_TYPES, type FormWidget, type PartyType } from './form/field-widgets.js';
export type { FigureGroupView, RecordListFilter, RecordRow, RecordView, RecordWriteView, RegistryColumnKind, RegistryColumnView, RegistryFigures, RegistryFigureView, RegistryRow } from './rest/registries.js';
export { recordIdOf, recordKindPattern, recordReferencePattern, registryOfKind, type RecordKind } from './registry/record-reference.js';
export { recordConditionSchema, registryFigureSchema, type FigureCondition, type RegistryFigure } from './registry/registry-figure.schema.js';
export { registryDefinitionSchema, type RegistryColumn, type RegistryDefinition } from './registry/registry-definition.schema.js';
export type {
  AddForm, FormAnswerColumn, FormAnswerRow, FormDraftMark, FormDraftProblem, FormDraftSaved, FormDraftView, FormHandedOut, FormHandOutRow, FormPageView, FormPublished, FormRecipients, FormRow, FormUsage, FormVersionRow,
  HandOutForm, SaveFormDraft,
} from './rest/forms.js';
export { BODIES, type BodyName } from './rest/bodies.schema.js';

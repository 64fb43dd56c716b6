export { connectStore, type Store, type StoreOptions } from './connection/connect-store.js';
export { inTransaction } from './connection/in-transaction.js';
export { APP_ROLE, appConnection, migrate, prepareDatabase, type PreparedDatabase } from './connection/prepare-database.js';
export type { Queryable, Statement, Tx } from './connection/queryable.js';
export { StoreError, type StoreErrorCode } from './connection/store-error.js';
export { loadInstance, loadInstances } from './transition/load-instances.js';
export { loadTask, type LoadTaskRequest } from './transition/load-task.js';
export type { LoadedInstance, LoadedTask, TaskRecord } from './transition/loaded-task.js';
export { saveTransition, saveTransitionIn, saveTransitionsIn } from './transition/save-transition.js';
export { sealSubmission, type Seal } from './transition/seal-submission.js';
export type { IdempotencyRecord, InstanceHead, NewInstance, NewSubmission, SaveResult, Transition } from './transition/transition.js';
export { migrations } from './migrations/index.js';
export { addOrganisation, type NewOrganisation } from './organisations/add-organisation.js';
export type { Organisation } from './organisations/organisation.js';
export { organisationFacts, type OrganisationRecordFacts } from './organisations/organisation-facts.js';
export { addAccount, changeLocale, changePassword, disableAccount, findAccount, findAccountOf, type Account } from './sessions/account.js';
export { endOtherSessions, endSession, readSession, startSession, sweepSessions, touchSession, type NewSession, type SessionRecord } from './sessions/session.js';
export { countSignInFailures, recordSignIn, sweepSignIns } from './sessions/sign-in-attempts.js';
export { claimSetup, setupNeeded } from './sessions/setup.js';
export { setEmail } from './people/address.js';
export { addEmployments, addPeople, addRoleAssignments, type NewEmployment, type NewPerson, type NewRoleAssignment } from './people/add-person.js';
export { putPositions, putRoles } from './people/reference-data.js';
export { CONFIGURATION_TYPES, type ConfigurationType, type Publication, type PublishResult } from './definitions/publication.js';
export { publishConfigurationItem, publishDefinition, publishForm } from './definitions/publish.js';
export { findCurrentDefinition, findCurrentDefinitions, findDefinition, findDefinitionVersions, type DefinitionRecord } from './definitions/find-definition.js';
export { findCurrentForms, findForms, findFormValidator, type FormRecord } from './definitions/find-form.js';
export { addFormDraft, deleteFormDraft, findFormDraft, findFormDrafts, saveFormDraft, type FormDraft } from './forms/form-drafts.js';
export { addFormHandOut, listAnswers, listHandOuts, type AnswerRow, type FormHandOut, type HandOutRow, type HandOutScope } from './forms/form-hand-outs.js';
export { findCurrentFormVersions, findFormVersions, type FormVersion } from './forms/form-versions.js';
export { findAllConfiguration, findCalendarVersions, findConfiguration, findConfigurationItem, type CalendarVersion, type ConfigurationItem } from './definitions/find-configuration.js';
export { findPackages, putPackage, type LoadedPackage } from './definitions/loaded-packages.js';
export { accessFactsOf } from './people/access-facts.js';
export { erasePerson } from './people/erase-person.js';
export { holdersOf } from './people/holders.js';
export { inheritPositions, positionChoices, roleChoices, type PositionChoice, type RoleChoice } from './people/choices.js';
export { listPeople, type HeldRoleRecord, type PeopleFilter, type PersonListRow } from './people/list-people.js';
export { endRoleAssignment, roleAssignmentsOf, type RoleAssignment } from './people/role-assignments.js';
export { partyTitles } from './people/party-titles.js';
export { findPeople, type Person } from './people/person.js';
export { searchParties, type PartySearch } from './people/search-parties.js';
export {
  addSubstitution, cancelSubstitution, changeSubstitution, findSubstitution, listSubstitutions, type Substitution, type SubstitutionDraft,
} from './people/substitutions.js';
export { findAllOrganisations, listOrganisations } from './organisations/list-organisations.js';
export { moveClock, readClock, readSetting, writeSetting } from './settings/settings.js';
export { countTasks, type WorklistCounts } from './tasks/count-tasks.js';
export { deleteDraft, findDraft, findDrafts, saveDraft, sweepDrafts, type Draft, type DraftResult } from './tasks/drafts.js';
export { findTasks, openTasksOf, tasksOf } from './tasks/find-tasks.js';
export { openedTaskRows, type CommittedStep } from './tasks/opened-rows.js';
export { listTasks, type TaskListRow, type WorklistFilter, type WorklistScope } from './tasks/list-tasks.js';
export { findAnswer, recordAnswer, sweepAnswers } from './transition/find-answer.js';
export type { PageOf, PageRequest } from './lists/page.js';
export { closeOrganisation, moveOrganisation } from './organisations/move-organisation.js';
export { eraseInstance, expiredInstances, retainInstance, startRetention } from './cases/erase-instance.js';
export { activeChildren, callDepth, childrenOf, countChildren, errorOfChild, holdSuspension, unalignedChildren, type ChildRow, type ChildrenPage, type CountedChildren } from './cases/children.js';
export { dropChildStarts, takeChildStarts, type ChildBatch, type ChildItem } from './cases/child-starts.js';
export { keepCommandInputs, recordedCases, type CommandInputs, type RecordedCase, type RecordedFact, type RecordedSubmission } from './cases/command-inputs.js';
export { askForChild, dropSetAsideChildren, giveChildValues, isChildLeftOut, leaveChildOut, setChildAside, takeAskedChildren, type SetAsideChild } from './cases/set-aside-children.js';
export { answersOfParts, submissionData, type PartAnswer, type PartsQuery } from './cases/answers-of-parts.js';
export { openCasesBefore, type OpenCasesQuery } from './cases/open-cases-before.js';
export { addDocumentRemarks, documentRemarks, type DocumentRemark } from './documents/document-remarks.js';
export { addSummary, summariesOf, type NewSummary, type SummaryRecord } from './cases/summaries.js';
export { casePartiesOf } from './cases/case-parties.js';
export { addComment, commentsOf, type CommentRecord } from './cases/comments.js';
export { historyOf, type HistoryRecord } from './cases/history-of.js';
export { findInstanceRows, listInstances, type InstanceFilter, type InstanceListRow } from './cases/list-instances.js';
export { findSubmission, lastSubmissionOf, submissionsOf, type SubmissionRecord } from './cases/submissions.js';
export { findIncident, listIncidents, openIncident, resolveIncident, type Incident, type IncidentFilter, type NewIncident } from './work/incidents.js';
export { addNotice, countUnreadNotifications, listNotifications, markNotificationsRead, sweepNotifications, type NotificationFilter, type NewNotice, type NotificationRecord } from './work/notifications.js';
export { findEventStartedDefinitions, organisationsHolding, seenOccurrence, takeOccurrence, type StartPlace, type EventStartedDefinition } from './work/start-occurrences.js';
export { countMails, findMail, listMails, type MailFilter, type MailRecord, type MailState } from './mail/list-mails.js';
export { readMailServer, readMailSwitch, writeMailServer, writeMailSwitch, type MailServerAway } from './mail/mail-is-on.js';
export { claimMails, dropMail, postponeMail, releaseMail, retryMail, settleMail, sweepMails, type ClaimedMail } from './mail/mail-queue.js';
export { addInvitationToken, dropInvitationToken, findInvitation, findInvitationByToken, withdrawLinks, type InvitationRecord } from './invitations/invitation-links.js';
export { countLinkAttempts, noteLinkAttempt, startInvitationSession, sweepInvitationSessions, useInvitationSession, type InvitationSession } from './invitations/invitation-sessions.js';
export { invitationsOf, type InvitationListRow } from './invitations/list-invitations.js';
export { makeInvitationMails } from './mail/make-invitation-mails.js';
export { makeMails, type MadeMails } from './mail/make-mails.js';
export { findSentMessage, findSubscribers, forgetSentMessage, isDelivered, recordDelivery, type SentMessage, type Subscriber } from './work/messages.js';
export { addOutbox, claimOutbox, findChildEnds, holdOutbox, postponeOutbox, settleChildEnds, settleOutbox, wakeOutbox, type ClaimedMessage } from './work/outbox.js';
export { changeServiceInput, countServiceAttempt, findServiceCall, resetServiceAttempts, type ServiceCall } from './work/service-calls.js';
export { claimTimers, dropTimer, nextTimerAt, postponeTimer, type ClaimedTimer } from './work/timers.js';
export type { OutboxKind } from './transition/rows.js';
export { documentsOf, findDocuments, type DocumentListRow } from './documents/document.js';
export { findDocument, type DocumentRecord } from './documents/find-document.js';
export {
  addSignature, documentFiles, documentVersions, findDocumentVersion, relationsOf, saveDocumentFile, signaturesOf,
  type DocumentFile, type DocumentRelation, type DocumentVersion, type Signature,
} from './documents/document-parts.js';
export { listDocuments, type DocumentFilter } from './documents/list-documents.js';
export {
  addDocument, markDocument, relateDocuments, saveDocumentVersion, type ChangeResult, type DocumentChange, type DocumentMarks, type NewDocument,
} from './documents/save-document.js';
export {
  fileDocument, fillReserved, journalEntriesOf, listJournalEntries, journalSummaries, voidNumber, type JournalEntry, type JournalEntryFilter, type JournalSummary,
} from './journals/journal-entries.js';
export { takeNumber, type JournalEntryContent, type NumberRequest, type NumberResult } from './journals/take-number.js';
export { attachFiles, filesOf, findFileLink, linkFile, MAX_FILE_SIZE, readFile, saveFile, sweepFiles, type FileLink, type SavedFile } from './files/files.js';
export { filesWithinReach, linksOfBytes, takeUploads, type LinkOfBytes } from './files/upload-links.js';
export { sniffType } from './files/sniff-type.js';
export type { RecordData, RegistryRecord } from './records/record.js';
export { addRecord, changeRecord, lockRecord, lockRecordByKey, recordWrittenBy, type RecordContent, type RecordPlace, type RecordWriter } from './records/save-record.js';
export { findRecord, findRecords, findRecordsById, listRecords, writesOfRecord, type FoundRecord, type RecordFilter, type RecordPage, type RecordWrite } from './records/list-records.js';
export type { RecordCondition, RecordScope } from './records/record-conditions.js';
export { countRecordFigures, valuesOfRecords, type FigureCounts, type FigureQuery } from './records/count-figures.js';
export { eraseRecord, expiredRecords, retainRecord } from './records/erase-record.js';
export { appendAudit, appendAuditIn, type AuditEntry, type AuditFact } from './audit/append-audit.js';
export { listAudit, type AuditFilter } from './audit/list-audit.js';
export { announce, subscribe, type Subscription } from './connection/announce.js';
export { verify, type CheckReport, type VerifyReport } from './verify/verify.js';
export type { Finding as VerifyFinding, VerifyOptions } from './verify/check.js';
export { anchorPastDays, type Anchor } from './verify/anchors.js';
export { backup, type BackupReport } from './backup/backup.js';
export { restore, type RestoreReport } from './backup/restore.js';
export { familyOf, hasPartsToStart, keepMoves, lastMove, markUndone, placeMoved, type CaseMove, type MovedService, type MovedTask } from './case-migrations/case-moves.js';
export {
  addMigrationBatch, countLiveCases, findMigrationBatch, listMigrationBatches, liveCasesOf, refusedItems, type LiveCase, type MigrationBatch, type MigrationItem, type NewMigrationBatch,
} from './case-migrations/migration-batches.js';
export { beginUndo, claimMigration, finishMigration, renewMigration, settleItem, waitingItems, type ClaimedMigration, type WaitingItem } from './case-migrations/migration-work.js';

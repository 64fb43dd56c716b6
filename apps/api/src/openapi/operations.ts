import type { BodyName } from '@reglament/contracts';

/** What the surface's description says of an endpoint beyond what its route says itself. `answer` names an interface of `libs/contracts/src/rest`. */
export interface Operation {
  readonly summary: string;
  readonly body?: BodyName;
  /** `Page<X>`, `X[]`, `X`, or `bytes`, `events`, `json`; absent: 204. */
  readonly answer?: string;
  readonly query?: readonly string[];
}

const page = ['q', 'sort', 'order', 'limit', 'after'] as const;

/** Keyed `<controller without suffix>.<method>`; a spec fails for an endpoint that is not here, and for an entry without an endpoint. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'Audit.list': { summary: 'Who did, changed or was denied what', answer: 'Page<AuditRow>', query: page },
  'Clock.read': { summary: 'Business time', answer: 'ClockView' },
  'Clock.move': { summary: 'Moves business time forward; on a demo base alone', body: 'MoveClock', answer: 'ClockView' },
  'Definitions.list': { summary: 'Process definitions that the caller may start or see', answer: 'Page<DefinitionRow>', query: page },
  'Definitions.versions': { summary: 'Versions of a definition', answer: 'DefinitionVersionRow[]' },
  'Definitions.version': { summary: 'One version, with its diagram', answer: 'json' },
  'Documents.list': { summary: 'Documents', answer: 'Page<DocumentRow>', query: [...page, 'kind', 'state', 'journal', 'year', 'organisation'] },
  'Documents.parse': { summary: 'Makes a clause tree of pasted text', body: 'ParseClauses', answer: 'ParsedClauses' },
  'Documents.view': { summary: 'A document with versions, signatures, registration and relations', answer: 'DocumentView' },
  'Documents.diff': { summary: 'What changed between two versions', answer: 'DocumentDiffView', query: ['from', 'to'] },
  'Documents.file': { summary: 'The document as DOCX or PDF', answer: 'bytes', query: ['disposition'] },
  'Files.upload': { summary: 'Takes a file of at most 20 MB; its type is judged by its content', answer: 'json' },
  'Files.download': { summary: 'A file of a case that the caller may read', answer: 'bytes' },
  'Forms.form': { summary: 'A form by content hash; immutable', answer: 'json' },
  'Forms.validator': { summary: 'The standalone validator of a form as a module', answer: 'bytes' },
  'Forms.submission': { summary: 'What was submitted', answer: 'json' },
  'Health.health': { summary: 'Answers while the database answers', answer: 'json' },
  'Incidents.list': { summary: 'Failures that wait for somebody', answer: 'Page<IncidentRow>', query: [...page, 'status'] },
  'Incidents.retry': { summary: 'Tries again what failed', answer: 'IncidentRow' },
  'Journals.list': { summary: 'Journals with the number that comes next', answer: 'Page<JournalRow>' },
  'Journals.entries': { summary: 'Entries of a journal in the order of their numbers', answer: 'Page<JournalEntryRow>', query: [...page, 'organisation', 'year'] },
  'Live.listen': { summary: 'Server-sent events: what to read again', answer: 'events' },
  'Notifications.list': { summary: 'The bell', answer: 'Page<NotificationRow>', query: page },
  'Notifications.read': { summary: 'Marks notifications as read', body: 'ReadNotifications', answer: 'TaskCounts' },
  'OpenApi.description': { summary: 'This description', answer: 'json' },
  'People.organisations': { summary: 'The organisation tree', answer: 'Page<OrganisationRow>', query: page },
  'People.people': { summary: 'People', answer: 'Page<PersonRow>', query: [...page, 'organisation', 'role'] },
  'People.person': { summary: 'One person', answer: 'PersonRow' },
  'People.parties': { summary: 'Parties for lookup fields, by text or by reference', answer: 'PartyView[]', query: ['q', 'kinds', 'role', 'references'] },
  'ProcessInstances.list': { summary: 'Cases', answer: 'Page<InstanceRow>', query: [...page, 'status', 'definition', 'state', 'mine', 'organisation'] },
  'ProcessInstances.start': { summary: 'Starts a case', body: 'StartInstance', answer: 'StartedInstance' },
  'ProcessInstances.view': { summary: 'A case: state, open tasks, actions, parts', answer: 'InstanceView' },
  'ProcessInstances.act': { summary: 'Takes an action on an open case', body: 'TriggerAction', answer: 'InstanceView' },
  'ProcessInstances.cancel': { summary: 'Cancels a case with a reason', body: 'CancelInstance', answer: 'InstanceView' },
  'ProcessInstances.history': { summary: 'What happened, in words', answer: 'HistoryRow[]' },
  'ProcessInstances.diagram': { summary: 'Where the case stands in its definition', answer: 'DiagramView' },
  'ProcessInstances.comments': { summary: 'Comments of a case', answer: 'CommentView[]' },
  'ProcessInstances.comment': { summary: 'Adds a comment', body: 'AddComment', answer: 'CommentView[]' },
  'ProcessInstances.files': { summary: 'Files of a case', answer: 'FileView[]' },
  'ProcessInstances.attach': { summary: 'Takes an upload into a case', body: 'AttachFile', answer: 'FileView' },
  'Schemas.schema': { summary: 'JSON Schema of a format', answer: 'json' },
  'Session.view': { summary: 'Who is signed in', answer: 'SessionView' },
  'Session.start': { summary: 'Signs in', body: 'SignIn', answer: 'SessionView' },
  'Session.setLocale': { summary: 'Sets the language', body: 'SetLocale', answer: 'SessionView' },
  'Session.setPassword': { summary: 'Changes the password and ends other sessions', body: 'ChangePassword' },
  'Session.end': { summary: 'Signs out' },
  'Setup.needed': { summary: 'Whether the base has no administrator yet', answer: 'json' },
  'Setup.setUp': { summary: 'Makes the first organisation and its administrator, once', body: 'Setup', answer: 'SessionView' },
  'Substitutions.list': { summary: 'Substitutions', answer: 'Page<SubstitutionRow>', query: page },
  'Substitutions.add': { summary: 'Adds a substitution', body: 'SaveSubstitution', answer: 'SubstitutionRow' },
  'Substitutions.change': { summary: 'Changes a substitution', body: 'SaveSubstitution', answer: 'SubstitutionRow' },
  'Substitutions.cancel': { summary: 'Ends a substitution' },
  'Tasks.list': { summary: 'The worklist', answer: 'Page<TaskRow>', query: [...page, 'scope', 'overdue', 'definition', 'dueTo', 'organisation'] },
  'Tasks.counts': { summary: 'Counters of the worklist', answer: 'TaskCounts' },
  'Tasks.view': { summary: 'A task with its form, outcomes and reasons', answer: 'TaskView' },
  'Tasks.saveDraft': { summary: 'Saves what was typed, merged field by field', body: 'SaveDraft', answer: 'DraftSaved' },
  'Tasks.check': { summary: 'Runs the checks over what is typed', body: 'CheckTask', answer: 'CheckResult' },
  'Tasks.complete': { summary: 'Completes a task', body: 'CompleteTask', answer: 'CompletedTask' },
  'Tasks.claim': { summary: 'Takes a task', answer: 'TaskView' },
  'Tasks.unclaim': { summary: 'Puts a task back', answer: 'TaskView' },
  'Tasks.delegate': { summary: 'Gives a task to somebody else', body: 'ToParty', answer: 'TaskView' },
  'Tasks.addApprover': { summary: 'Adds an approver', body: 'ToParty', answer: 'TaskView' },
};

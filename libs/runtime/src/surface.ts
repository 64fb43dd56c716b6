import type { CompletedTask, CompleteTask, InstanceView, ModifyCase, OperateOnCase, StartedInstance, StartInstance, TaskView } from '@reglament/contracts';
import { keyList } from '@reglament/access';
import { findTasks, type TaskListRow } from '@reglament/store';
import { ok, type Answer } from './answers/answer.js';
import { gather } from './cache/gather.js';
import type { Caller } from './caller.js';
import { moveClock } from './clock/move-clock.js';
import { diffDocument, parseClauses, readDocumentFile } from './documents/index.js';
import { FORMS } from './forms/use-cases.js';
import { attachFile, listFiles, readFile, uploadFile } from './files/files.js';
import { addComment, listComments } from './instances/add-comment.js';
import { cancelInstance, type CancelInstanceRequest } from './instances/cancel-instance.js';
import { startInstance } from './instances/start-instance.js';
import { triggerAction, type TriggerActionRequest } from './instances/trigger-action.js';
import { addPerson, blockAccount, openAccount, resetPassword } from './people/manage-accounts.js';
import { addOrganisation, organisationChoices } from './people/manage-organisations.js';
import { giveRole, takeRole } from './people/manage-roles.js';
import { exportRecords } from './records/export-records.js';
import { listRecords } from './records/list-records.js';
import { viewRecord } from './records/record-view.js';
import { exportFigures, viewFigures } from './records/registry-figures.js';
import { listRegistries, viewRegistry } from './records/registry-view.js';
import { retryIncident } from './background/retry-incident.js';
import type { Shell } from './shell.js';
import { dryRunCases } from './dry-run/dry-run-use-case.js';
import { MIGRATIONS } from './migrations/use-cases.js';
import { INVITATIONS } from './invitations/use-cases.js';
import type { CaseOperationRequest } from './operations/operate.js';
import { modifyCase } from './operations/modify-case.js';
import { resumeCase, suspendCase } from './operations/suspend-case.js';
import { undoOperation } from './operations/undo-operation.js';
import { OPERATIONS } from './operations/use-cases.js';
import { listMails, mailSummary } from './mail/list-mails.js';
import { readEmail, setEmail } from './mail/person-email.js';
import { retryMail } from './mail/retry-mail.js';
import { checkTask } from './tasks/check-task.js';
import { claimTask, unclaimTask } from './tasks/claim-task.js';
import { completeAndTell } from './tasks/complete-task.js';
import { addApprover, delegateTask } from './tasks/delegate-task.js';
import { saveDraft } from './tasks/save-draft.js';
import { listAudit } from './views/audit-view.js';
import { readClock } from './views/clock-view.js';
import { formValidator, listDefinitions, listDefinitionVersions, viewDefinition, viewForm, viewSubmission } from './views/definitions-view.js';
import { viewDiagram } from './views/diagram-view.js';
import { listDocuments, viewDocument } from './views/document-view.js';
import { viewHistory } from './views/history-view.js';
import { listIncidents } from './views/incidents-view.js';
import { listInstances } from './views/instance-rows.js';
import { viewInstance } from './views/instance-view.js';
import { listJournalEntries, listJournals } from './views/journal-view.js';
import { countTasks, listTasks } from './views/list-tasks.js';
import { listNotifications, readNotifications } from './views/notifications-view.js';
import { listOrganisations, listPeople, resolveParties, searchParties, viewPerson } from './views/people-view.js';
import { callerSubject } from './views/subject-of.js';
import { viewSummaries, viewSummaryAnswers } from './views/summary-view.js';
import { addSubstitution, cancelSubstitution, changeSubstitution, listSubstitutions } from './views/substitutions-view.js';
import { completionMessage } from './views/completion-message.js';
import { taskRows } from './views/task-rows.js';
import { viewTask } from './views/task-view.js';
import { viewRoutes } from './views/why-routes.js';

/** What the use cases answer as they stand: bound to the shell, nothing else. */
const AS_THEY_STAND = {
  ...INVITATIONS, ...OPERATIONS,
  ...FORMS,
  ...MIGRATIONS,
  addComment, addOrganisation, addPerson, addSubstitution, attachFile, blockAccount, cancelSubstitution, changeSubstitution, checkTask, countTasks, diffDocument, dryRunCases, exportFigures, exportRecords, formValidator, giveRole, listAudit, listComments, listDefinitions,
  listDefinitionVersions, listDocuments, listFiles, listIncidents, listInstances, listJournalEntries, listJournals, listMails, listNotifications, listOrganisations, listPeople, listRecords, listRegistries,
  listSubstitutions, listTasks, moveClock, mailSummary, openAccount, organisationChoices, parseClauses, readClock, readEmail, readDocumentFile, readFile, readNotifications, resetPassword, resolveParties, retryIncident, retryMail, saveDraft, setEmail, searchParties, takeRole, uploadFile,
  viewDefinition, viewDiagram, viewDocument, viewFigures, viewForm, viewHistory, viewInstance, viewPerson, viewRecord, viewRegistry, viewRoutes, viewSubmission, viewSummaries, viewSummaryAnswers, viewTask,
} as const;

type Bound<UseCase> = UseCase extends (shell: Shell, ...rest: infer Rest) => infer Result ? (...rest: Rest) => Result : never;
type BoundUseCases = { readonly [Name in keyof typeof AS_THEY_STAND]: Bound<(typeof AS_THEY_STAND)[Name]> };

export interface SurfaceEvent { readonly type: 'tasks' | 'notifications' | 'instance' | 'clock'; readonly id?: string }

/** Every use case of the REST surface, bound to one shell. Commands answer with what the screen shows next. */
export interface Surface extends BoundUseCases {
  completeTask(caller: Caller, request: { readonly task: string; readonly body: CompleteTask; readonly idempotencyKey: string | null }): Promise<Answer<CompletedTask>>;
  claimTask(caller: Caller, task: string): Promise<Answer<TaskView>>;
  unclaimTask(caller: Caller, task: string): Promise<Answer<TaskView>>;
  delegateTask(caller: Caller, request: { readonly task: string; readonly to: string }): Promise<Answer<TaskView>>;
  addApprover(caller: Caller, request: { readonly task: string; readonly approver: string }): Promise<Answer<TaskView>>;
  startInstance(caller: Caller, request: { readonly body: StartInstance; readonly idempotencyKey: string | null }): Promise<Answer<StartedInstance>>;
  triggerAction(caller: Caller, request: TriggerActionRequest): Promise<Answer<InstanceView>>;
  cancelInstance(caller: Caller, request: CancelInstanceRequest): Promise<Answer<InstanceView>>;
  /** Tells a person's panel what to read again; gives back how to stop. */
  suspendCase(caller: Caller, request: CaseOperationRequest<OperateOnCase>): Promise<Answer<InstanceView>>;
  resumeCase(caller: Caller, request: CaseOperationRequest<OperateOnCase>): Promise<Answer<InstanceView>>;
  modifyCase(caller: Caller, request: CaseOperationRequest<ModifyCase>): Promise<Answer<InstanceView>>;
  undoOperation(caller: Caller, request: CaseOperationRequest<OperateOnCase>): Promise<Answer<InstanceView>>;
  subscribe(caller: Caller, listener: (event: SurfaceEvent) => void): () => void;
}

export function surfaceOf(shell: Shell): Surface {
  const bound = Object.fromEntries(Object.entries(AS_THEY_STAND).map(([name, useCase]) => [name, (...rest: unknown[]) => (useCase as (...all: unknown[]) => unknown)(shell, ...rest)])) as BoundUseCases;
  // Many at once read their rows together.
  const rowOf = gather((ids: readonly string[]) => findTasks(shell.store, ids));
  const rowsOf = async (ids: readonly string[]): Promise<readonly TaskListRow[]> => (await Promise.all(ids.map(rowOf))).filter((row) => row !== undefined);
  const shown = async (caller: Caller, rows: readonly TaskListRow[]): Promise<StartedInstance['next']> => taskRows(shell, caller, await callerSubject(shell, caller), rows);
  return {
    ...bound,
    async completeTask(caller, request) {
      const completed = await completeAndTell(shell, caller, request);
      if (!completed.ok) return completed;
      const { done: { task, instance, outcome, facts, next }, written } = completed.value;
      const message = await completionMessage(shell, caller, written ?? await rowOf(task), outcome);
      return ok({ task, instance, facts, message, next: await shown(caller, written?.opened ?? await rowsOf(next)) });
    },
    async startInstance(caller, request) {
      const started = await startInstance(shell, caller, request);
      return started.ok ? ok({ instance: started.value.instance, next: await shown(caller, await rowsOf(started.value.next)) }) : started;
    },
    claimTask: (caller, task) => afterTask(shell, caller, claimTask(shell, caller, { task, idempotencyKey: null })),
    unclaimTask: (caller, task) => afterTask(shell, caller, unclaimTask(shell, caller, { task, idempotencyKey: null })),
    delegateTask: (caller, request) => afterTask(shell, caller, delegateTask(shell, caller, { ...request, idempotencyKey: null })),
    addApprover: (caller, { task, approver }) => afterTask(shell, caller, addApprover(shell, caller, { task, to: approver, idempotencyKey: null })),
    triggerAction: (caller, request) => afterInstance(shell, caller, triggerAction(shell, caller, request)),
    cancelInstance: (caller, request) => afterInstance(shell, caller, cancelInstance(shell, caller, request)),
    suspendCase: (caller, request) => afterInstance(shell, caller, suspendCase(shell, caller, request)),
    resumeCase: (caller, request) => afterInstance(shell, caller, resumeCase(shell, caller, request)),
    modifyCase: (caller, request) => afterInstance(shell, caller, modifyCase(shell, caller, request)),
    undoOperation: (caller, request) => afterInstance(shell, caller, undoOperation(shell, caller, request)),
    subscribe(caller, listener) {
      return shell.live.subscribe((changes) => {
        if (changes.clock === true) listener({ type: 'clock' });
        void callerSubject(shell, caller).then((subject) => {
          const keys = new Set(keyList(subject.keys));
          if (changes.everything || changes.parties.some((party) => keys.has(party))) {
            listener({ type: 'tasks' });
            listener({ type: 'notifications' });
          }
          for (const id of changes.instances) listener({ type: 'instance', id });
        }, (error: unknown) => shell.log.error('live.failed', { error: String(error) }));
      });
    },
  };
}

async function afterTask(shell: Shell, caller: Caller, commanded: Promise<Answer<{ readonly task: string }>>): Promise<Answer<TaskView>> {
  const done = await commanded;
  return done.ok ? viewTask(shell, caller, done.value.task) : done;
}

async function afterInstance(shell: Shell, caller: Caller, commanded: Promise<Answer<{ readonly instance: string }>>): Promise<Answer<InstanceView>> {
  const done = await commanded;
  return done.ok ? viewInstance(shell, caller, done.value.instance) : done;
}

import type { Effect, Instance } from '@reglament/engine';
import type { LoadedInstance } from '../transition/loaded-task.js';
import { openedIn } from '../transition/opened-in.js';
import type { TaskListRow } from './list-tasks.js';

/** A step of a case that has been committed. */
export interface CommittedStep {
  readonly loaded: LoadedInstance;
  readonly after: Instance;
  readonly effects: readonly Effect[];
  /** Business time of the command, as it was written. */
  readonly at: string;
}

/**
 * The tasks that a committed step has opened, as a list reads them, in the order of their opening: whoever has just written them need not
 * ask for them. What others have done with them since is not in it.
 */
export function openedTaskRows({ loaded, after, effects, at }: CommittedStep): readonly TaskListRow[] {
  return openedIn(effects).map(({ task, activity, node, title, form, priority, state, why }): TaskListRow => ({
    id: task.id, instance: after.id, organisation: after.organisation, path: loaded.head.path, activity, node, slot: task.slot, title, form,
    performers: task.performers, assignee: task.assignee, excluded: task.excluded, dueAt: task.dueAt === null ? null : moment(task.dueAt), priority, state, why,
    status: 'open', outcome: null, completedBy: null, completedRight: null, openedAt: moment(at), closedAt: null,
    subject: after.subject, businessKey: after.businessKey, definitionKey: loaded.definition.key, definitionVersion: loaded.definition.version,
    definitionHash: after.definitionHash, instanceState: after.state, childTitle: loaded.childTitle, drafted: false,
  }));
}

/** As the database gives it back, whatever precision it was written with. */
function moment(text: string): string {
  return new Date(text).toISOString();
}

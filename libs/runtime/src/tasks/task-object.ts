import type { ActionObject, CaseObject, TaskObject } from '@reglament/access';
import type { PartyReference } from '@reglament/contracts';
import { partiesOf, type AvailableAction, type Context } from '@reglament/engine';
import type { LoadedInstance, LoadedTask } from '@reglament/store';
import type { LiveDefinition } from '../definitions/live-definition.js';

/** The case as access asks about it, from what a command has loaded anyway. */
export function caseObject(loaded: LoadedInstance, live: LiveDefinition, context: Context): CaseObject {
  const { snapshot } = loaded;
  const participants = new Set<PartyReference>();
  for (const { tasks } of snapshot.activities) for (const task of tasks) {
    for (const party of task.performers) participants.add(party);
    if (task.assignee !== null) participants.add(task.assignee);
  }
  for (const persons of Object.values(snapshot.performedBy)) for (const person of persons) participants.add(person);
  const named = (performers: Parameters<typeof partiesOf>[2]): readonly PartyReference[] => (performers ? partiesOf(live.compiled, snapshot, performers, context) : []);
  return {
    type: 'case', path: loaded.organisation.path, starter: snapshot.starter, participants: [...participants],
    observers: named(live.definition.observers), cancellers: named(live.definition.cancel?.performers),
  };
}

export function taskObject(loaded: LoadedTask, live: LiveDefinition, context: Context): TaskObject {
  const { task } = loaded;
  let inCase: CaseObject | null = null;
  return {
    type: 'task', path: task.path, performers: task.performers, assignee: task.assignee, excluded: task.excluded, open: task.status === 'open',
    // A performer is granted before anybody asks about the case, and completions are the hot path.
    get inCase() { return (inCase ??= caseObject(loaded, live, context)); },
  };
}

export function actionObject(loaded: LoadedInstance, live: LiveDefinition, action: AvailableAction, context: Context): ActionObject {
  return { type: 'action', path: loaded.organisation.path, performers: action.performers, inCase: caseObject(loaded, live, context) };
}

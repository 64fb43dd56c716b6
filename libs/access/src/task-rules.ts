import type { TaskObject } from './access-object.js';
import { party, type Rule } from './rule.js';
import { rightTo } from './subject.js';

/** Four-eyes: an excluded person completes by no right whatever. */
export const notExcluded: Rule<TaskObject> = (subject, task) => (task.excluded.includes(subject.person) ? { refuse: 'fourEyes' } : null);

/**
 * The assignee, or a performer while nobody has claimed. A right through an excluded person is void too: otherwise the author's
 * substitute would approve the author's work in the author's name.
 */
export const performs: Rule<TaskObject> = (subject, task) => {
  const wanted = task.assignee === null ? task.performers : [task.assignee];
  const found = rightTo(subject, wanted, task.excluded);
  if (found) return { grant: found.right, key: found.key, because: task.assignee === null ? 'performer' : 'assignee' };
  if (rightTo(subject, wanted)) return { refuse: 'fourEyesSubstitute' };
  if (task.assignee !== null && rightTo(subject, task.performers)) return { refuse: 'claimedByOther' };
  return null;
};

/** A performer of the task, whoever has claimed it. */
export const mayPerform: Rule<TaskObject> = (subject, task) => {
  const found = rightTo(subject, task.performers, task.excluded);
  return found && { grant: found.right, key: found.key, because: 'performer' };
};

export const isAssignee: Rule<TaskObject> = (subject, task) => {
  if (task.assignee === null) return { refuse: 'notClaimed' };
  const found = rightTo(subject, [task.assignee]);
  return found && { grant: found.right, key: found.key, because: 'assignee' };
};

export const seesTask: readonly Rule<TaskObject>[] = [
  party('assignee', (task) => [task.assignee]),
  party('performer', (task) => task.performers),
  party('starter', (task) => [task.inCase.starter]),
  party('participant', (task) => task.inCase.participants),
  party('observer', (task) => task.inCase.observers),
];

import { randomUUID } from 'node:crypto';
import type { ActivityInstance, Effect, Instance, OpenTask } from '@reglament/engine';
import type { InstanceHead, NewInstance, Transition } from '@reglament/store';

/** A snapshot as the engine would give it, for specs of the store that need no engine. */
export function instanceOf(organisation: string, given: Partial<Instance> = {}): Instance {
  return {
    id: randomUUID(), definitionHash: 'a'.repeat(64), organisation, starter: null, startedAt: '2026-11-20T09:00:00.000Z', status: 'active', result: null,
    state: null, subject: 'О проведении мониторинга', businessKey: null, parent: null, scopeNode: null, variables: {}, outcomes: {}, performedBy: {}, approvals: {},
    tokens: [], activities: [], nextId: 1, ...given,
  };
}

export function taskOf(instance: string, number: number, given: Partial<OpenTask> = {}): OpenTask {
  return { id: `${instance}.${number}`, performers: [], assignee: null, excluded: [], dueAt: null, slot: null, ...given };
}

export function openTask(task: OpenTask, given: Partial<Extract<Effect, { type: 'openTask' }>> = {}): Effect[] {
  return [
    {
      type: 'openTask', task, activity: 1, node: 'draft', title: 'Подготовить проект приказа', form: null, priority: 50, state: null,
      why: { performers: [], due: null, path: [] }, ...given,
    },
    history('taskOpened', { task: task.id, node: given.node ?? 'draft' }),
  ];
}

export function closeTask(task: string, by: string, outcome = 'done'): Effect[] {
  return [
    { type: 'closeTask', task, status: 'completed', outcome, by, node: 'draft' },
    history('taskCompleted', { task, node: 'draft', by, data: { outcome } }),
  ];
}

export function history(kind: Extract<Effect, { type: 'history' }>['fact']['kind'], given: Partial<Extract<Effect, { type: 'history' }>['fact']> = {}): Effect {
  return { type: 'history', fact: { kind, node: null, activity: 1, task: null, by: null, data: {}, ...given } };
}

export function activityOf(tasks: readonly OpenTask[], given: Partial<ActivityInstance> = {}): ActivityInstance {
  return { id: 1, token: 1, node: 'draft', scope: null, enteredAt: '2026-11-20T09:00:00.000Z', tasks, timers: [], approval: null, children: null, items: null, ...given };
}

/** A new case with one open task. */
export function startOf(organisation: { readonly id: string; readonly path: string }, given: Partial<Instance> = {}, performers: readonly string[] = []): Transition & { readonly task: string } {
  const after = instanceOf(organisation.id, given);
  const task = taskOf(after.id, 1, { performers });
  return {
    ...transitionOf({ definition: { key: 'order', version: 1 }, path: organisation.path }, { ...after, activities: [activityOf([task])], nextId: 2 },
      [history('instanceStarted'), ...openTask(task)]),
    task: task.id,
  };
}

export function transitionOf(before: InstanceHead | NewInstance, after: Instance, effects: readonly Effect[], given: Partial<Transition> = {}): Transition {
  return { before, after, effects, command: randomUUID(), actor: null, at: '2026-11-20T09:00:00.000Z', ...given };
}

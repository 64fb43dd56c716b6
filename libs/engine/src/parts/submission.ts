import type { Outcome } from '@reglament/contracts';
import type { Command } from '../command.js';
import { writeVariables, type Draft } from '../draft.js';
import type { Refusal } from '../effect.js';
import { record } from '../facts.js';
import type { ActivityInstance, Json, OpenTask } from '../instance.js';
import { closeTask } from '../tasks.js';
import type { Exit } from '../tokens.js';
import { checkFourEyes } from './four-eyes.js';
import type { CompiledHuman } from './human.js';
import { writeMapped } from './service.js';

export type CompleteTask = Extract<Command, { type: 'completeTask' }>;

/** What must be true of a completion, whatever the node: its outcome exists, its remark and form are there, its person may do it. */
export function checkSubmission(draft: Draft, human: CompiledHuman, task: OpenTask, command: CompleteTask): Refusal | null {
  const outcome = human.outcomes.get(command.outcome);
  if (!outcome) return { code: 'unknownOutcome', outcome: command.outcome, allowed: [...human.outcomes.keys()] };
  const allowed = [outcome.to, ...outcome.returnTo ?? []];
  if (command.returnTo !== undefined && !allowed.includes(command.returnTo)) return { code: 'unknownReturnTo', returnTo: command.returnTo, allowed };
  if (outcome.remark === 'required' && !command.remark) return { code: 'remarkRequired', outcome: command.outcome };
  if (human.form !== null && outcome.skipForm !== true && command.data === null) return { code: 'formRequired', form: human.form };
  const { by } = command;
  if (task.assignee !== null && task.assignee !== by.person && !(by.right.kind === 'substitute' && by.right.for === task.assignee)) {
    return { code: 'alreadyClaimed', assignee: task.assignee };
  }
  return checkFourEyes(draft, human.fourEyes, by);
}

/** Keeps what was submitted and closes the task. What becomes of the activity is the node's own business. */
export function takeSubmission(draft: Draft, human: CompiledHuman, activity: ActivityInstance, task: OpenTask, command: CompleteTask): void {
  const { by, outcome } = command;
  if (command.data !== null) {
    if (human.variable !== null) writeVariables(draft, { [human.variable]: command.data }, activity.id);
    writeMapped(draft, human.output, activity.id, { form: command.data, completedBy: by.person });
  }
  record(draft, 'taskCompleted', { node: activity.node, activity: activity.id, task: task.id, by: by.person }, {
    outcome, ...(command.returnTo !== undefined && { returnTo: command.returnTo }), right: { ...by.right } as Json, submission: command.submission, remark: command.remark, slot: task.slot,
  });
  closeTask(draft, activity, task, 'completed', outcome, by.person);
}

/** Remembers how a human node ended: for conditions (`outcome.<node>`) and for four-eyes. */
export function rememberOutcome(draft: Draft, node: string, outcome: string, by: readonly string[]): void {
  draft.outcomes = { ...draft.outcomes, [node]: outcome };
  draft.performedBy = { ...draft.performedBy, [node]: by };
}

/** Where an outcome leads: to the step that was chosen, or to its own. */
export function outcomeExit(node: string, human: CompiledHuman, outcome: string, returnTo?: string): Exit {
  const to = human.outcomes.get(outcome)?.to ?? '';
  return returnTo === undefined || returnTo === to ? { to, flow: outcome, via: node } : returnExit(node, outcome, returnTo);
}

/** The ways out of a human node: one for each outcome, and one for each step to which it may lead back besides. */
export function outcomeExits(node: string, outcomes: { readonly [outcome: string]: Outcome | undefined } = {}): readonly Exit[] {
  return Object.entries(outcomes).flatMap(([key, outcome]) => (outcome === undefined ? [] : [
    { to: outcome.to, flow: key, via: node }, ...(outcome.returnTo ?? []).filter((to) => to !== outcome.to).map((to) => returnExit(node, key, to)),
  ]));
}

/** `>` is in no key, so the flow of a chosen step is never taken for an outcome. */
function returnExit(node: string, outcome: string, to: string): Exit {
  return { to, flow: `${outcome}>${to}`, via: node };
}

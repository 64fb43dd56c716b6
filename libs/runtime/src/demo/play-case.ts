import { setTimeout as wait } from 'node:timers/promises';
import { keyList } from '@reglament/access';
import type { CompleteTask, Outcome, SampleCase } from '@reglament/contracts';
import { prefillOf } from '@reglament/engine';
import { childrenOf, loadInstance, loadTask, openTasksOf } from '@reglament/store';
import { refuse, type Answer, type RefusalAnswer } from '../answers/answer.js';
import { notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import { uploadFile } from '../files/files.js';
import { startInstance } from '../instances/start-instance.js';
import { triggerAction } from '../instances/trigger-action.js';
import type { Shell } from '../shell.js';
import { completeTask } from '../tasks/complete-task.js';
import { callerSubject } from '../views/subject-of.js';
import { fillIn } from './fill-in.js';
import { sampleId } from './sample-id.js';

type Step = SampleCase['steps'][number];
type Fields = { readonly [field: string]: unknown };

export interface CaseScript {
  readonly given: SampleCase;
  /** Id of the organisation of the case. */
  readonly home: string;
  /** Date `YYYY-MM-DD` on which it was begun: a case that goes on later says the same as before. */
  readonly day: string;
  readonly passwordOf: (person: string) => string | undefined;
  /** The case whose steps go on; null: a new one is started. */
  readonly instance: string | null;
  /** Tasks that steps were given so far, by step. */
  readonly tasks: readonly string[];
  /** Told before a step is done, so that one that was cut off is asked again about the same task. */
  readonly keepTasks: (tasks: readonly string[]) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** A step that the product refused: the sample does not fit its definition, and no other start would change that. */
export class StepRefused extends Error {
  constructor(readonly step: number, readonly refusal: RefusalAnswer) {
    super(`step ${step}: ${refusal.code}`);
    this.name = 'StepRefused';
  }
}

/** A task that a service or a part of the case has to open first: rendering a document takes seconds on a busy machine. */
const PATIENCE_MS = 60_000;
const POLL_MS = 150;
/** Before the number of an open ad-hoc sub-process, where a task's id would stand. */
const PLACE = 'activity:';

/**
 * Plays one case from its first step. Steps that were done before are not done again.
 *
 * @returns the case, or null when it was stopped by the signal.
 * @throws StepRefused; Error when a task was not opened in time.
 */
export async function playCase(shell: Shell, script: CaseScript): Promise<string | null> {
  const instance = script.instance ?? (await started(shell, script));
  const tasks = [...script.tasks];
  for (const [i, step] of script.given.steps.entries()) {
    const task = tasks[i] ?? (await openedTask(shell, instance, step, script.signal));
    if (task === null || script.signal?.aborted) return null;
    tasks[i] = task;
    await script.keepTasks(tasks);
    const as = callerOf(step.as);
    const done = await answer(shell, as, { instance, task }, await bodyOf(shell, script, as, step), `demo-case:${script.given.key}:${i + 1}`);
    if (done !== null && !done.ok && done.refusal.code !== 'taskAlreadyCompleted') throw new StepRefused(i + 1, done.refusal);
  }
  return instance;
}

async function started(shell: Shell, script: CaseScript): Promise<string> {
  const { given, home } = script;
  const starter = callerOf(given.starter);
  const begun = await startInstance(shell, starter, {
    idempotencyKey: `demo-case:${given.key}:0`,
    body: {
      definition: given.definition, organisation: home, ...(given.startEvent !== undefined && { startEvent: given.startEvent }),
      ...(given.data && { data: await filled(shell, script, starter, given.data) }),
    },
  });
  if (!begun.ok) throw new StepRefused(0, begun.refusal);
  return begun.value.instance;
}

/**
 * Completes the task, or does what the process allows on it where the step names such an action; begins a part of an ad-hoc sub-process. What
 * the step gives is typed over what the form was filled with. Null: the task was done before.
 */
async function answer(shell: Shell, as: Caller, { instance, task }: { readonly instance: string; readonly task: string }, body: CompleteTask, idempotencyKey: string): Promise<Answer<unknown> | null> {
  if (task.startsWith(PLACE)) return triggerAction(shell, as, { instance, activity: Number(task.slice(PLACE.length)), action: body.outcome, body: {}, idempotencyKey });
  const loaded = await loadTask(shell.store, { task, idempotency: null });
  if (!loaded) return refuse(notFound());
  if (loaded.task.status !== 'open') return null;
  const { outcome: action, data, remark } = body;
  const live = await shell.definitions.get(loaded.definition.hash);
  const node = live.definition.nodes[loaded.task.node];
  if (node && 'on' in node && node.on?.some((event) => event.type === 'action' && event.key === action)) {
    return triggerAction(shell, as, { instance: loaded.snapshot.id, activity: loaded.task.activity, action, body: { ...(data && { data }), ...(remark !== undefined && { remark }) }, idempotencyKey });
  }
  const outcome = node && 'outcomes' in node ? (node.outcomes as Readonly<Record<string, Outcome>> | undefined)?.[action] : undefined;
  if (loaded.task.form === null || (outcome?.skipForm === true && !data)) return completeTask(shell, as, { task, body, idempotencyKey });
  const given = prefillOf(live.compiled, loaded.snapshot, loaded.task.activity, shell.organisations.context(shell.clock.now()));
  return completeTask(shell, as, { task, body: { ...body, data: { ...given, ...data } }, idempotencyKey });
}

async function bodyOf(shell: Shell, script: CaseScript, as: Caller, { as: person, outcome, data, remark, warningReasons }: Step): Promise<CompleteTask> {
  const password = script.passwordOf(person);
  return {
    outcome, ...(data && { data: await filled(shell, script, as, data) }), ...(remark !== undefined && { remark }),
    ...(warningReasons && { warningReasons: warningReasons as Readonly<Record<string, string>> }), ...(password !== undefined && { password }),
  };
}

async function filled(shell: Shell, { day, home }: CaseScript, as: Caller, data: Fields): Promise<Fields> {
  const upload = async ({ name, text }: { readonly name: string; readonly text: string }): Promise<unknown> => {
    const uploaded = await uploadFile(shell, as, { name, bytes: new TextEncoder().encode(text) });
    if (!uploaded.ok) throw new StepRefused(-1, uploaded.refusal);
    return { id: uploaded.value.id, name, size: uploaded.value.size };
  };
  return (await fillIn(data, { day, calendar: shell.organisations.facts(home)?.calendar ?? null, upload })) as Fields;
}

/** The step's task, as soon as it is open: the person's own where several parts have one, then one that a role of the person may do. Null when stopped. */
async function openedTask(shell: Shell, instance: string, step: Step, signal: AbortSignal | undefined): Promise<string | null> {
  const caller = callerOf(step.as);
  const keys = new Set(keyList((await callerSubject(shell, caller)).keys));
  const until = Date.now() + PATIENCE_MS;
  while (!signal?.aborted) {
    const parts = await childrenOf(shell.store, instance);
    const open = (await openTasksOf(shell.store, [instance, ...parts.map(({ id }) => id)]))
      .filter(({ node, childTitle }) => node === step.task && (step.part === undefined || (childTitle ?? '').startsWith(step.part)));
    const task = open.find(({ performers }) => performers.includes(caller.person)) ?? open.find(({ performers }) => performers.some((party) => keys.has(party))) ?? open[0];
    if (task) return task.id;
    const place = await openedPlace(shell, instance, step);
    if (place !== null) return place;
    if (Date.now() > until) throw new Error(`No task ${step.task} was opened within ${PATIENCE_MS} ms`);
    await wait(POLL_MS);
  }
  return null;
}

/** The ad-hoc sub-process that the step names, where it is one and open. */
async function openedPlace(shell: Shell, instance: string, step: Step): Promise<string | null> {
  const loaded = await loadInstance(shell.store, instance);
  const place = loaded?.snapshot.activities.find(({ node }) => node === step.task);
  if (!loaded || !place) return null;
  const { definition } = await shell.definitions.get(loaded.definition.hash);
  return definition.nodes[step.task]?.type === 'adHocSubProcess' ? `${PLACE}${place.id}` : null;
}

export function callerOf(person: string): Caller {
  return { person: `person:${sampleId('person', person)}`, locale: 'ru', address: null };
}

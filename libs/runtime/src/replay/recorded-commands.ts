import type { Actor, Change, Command, Json, Migration, MigrationOrder, StartChildInput, StartInput, ThrownCode } from '@reglament/engine';
import type { RecordedCase, RecordedFact, RecordedSubmission } from '@reglament/store';
import type { Beginning } from '../transition/recorded-transition.js';
import type { KeptInputs } from './kept-inputs.js';

/** One transition of a case as it was asked for: its first one begins the case. */
export interface RecordedStep {
  readonly version: number;
  readonly facts: readonly RecordedFact[];
  readonly beginning: Beginning | null;
  readonly commands: readonly Command[];
  /** An operation was taken back: the case stands as it did at that version. */
  /** The case was taken to another version, or back to the one that it had come from. */
  readonly migrates?: { readonly to: string; readonly migration: Migration; readonly order: MigrationOrder };
  readonly returns?: MigrationOrder;
  readonly restores?: { readonly version: number; readonly by: Actor; readonly submission: string | null };
}

/** What a replay needs was erased with the person who submitted it: nothing can be said of this case. */
export class InputErased extends Error {}

/** What was recorded does not tell what was asked. `message` says where, in ids and keys. */
export class RecordDamaged extends Error {}

type Values = { readonly [name: string]: Json };

/** The commands of a case, from its history, its submissions and the inputs that were kept. */
export function recordedSteps(recorded: RecordedCase): readonly RecordedStep[] {
  const byVersion = new Map<number, RecordedFact[]>();
  for (const fact of recorded.facts) byVersion.set(fact.version, [...(byVersion.get(fact.version) ?? []), fact]);
  const submissions = new Map(recorded.submissions.map((each) => [each.hash, each]));
  return [...byVersion].map(([version, facts]) => {
    // Written by us alone; whatever else stands there makes the engine refuse or differ, which is told.
    const inputs = (recorded.inputs.get(version) ?? {}) as KeptInputs;
    const first = facts[0];
    const beginning = version === 1 && first?.kind === 'instanceStarted' ? beginningOf(recorded, first, inputs, submissions) : null;
    const restored = facts.find(({ kind }) => kind === 'instanceRestored');
    if (restored) return { version, facts, beginning, commands: [], restores: { version: Number(restored.data['version']), by: actorOf(restored), submission: submissionIn(restored) } };
    const migrated = facts.find(({ kind }) => kind === 'instanceMigrated');
    if (migrated) return { version, facts, beginning, commands: [], migrates: { to: String(migrated.data['to']), migration: migrationOf(migrated, inputs), order: orderOf(migrated) } };
    const returned = facts.find(({ kind }) => kind === 'migrationUndone');
    if (returned) return { version, facts, beginning, commands: [], returns: orderOf(returned) };
    return { version, facts, beginning, commands: commandsOf(facts, inputs, submissions) };
  });
}

function beginningOf(recorded: RecordedCase, fact: RecordedFact, inputs: KeptInputs, submissions: ReadonlyMap<string, RecordedSubmission>): Beginning {
  const { id, organisation } = recorded;
  const parent = fact.data['parent'] as StartChildInput['parent'] | undefined;
  if (parent) {
    if (!inputs.beginning) throw new RecordDamaged('what the child was given is not there');
    return { type: 'startChild', input: { id, organisation, parent, node: fact.node ?? '', ...inputs.beginning } };
  }
  const { data, submission } = submittedIn(fact, submissions);
  const caller = fact.data['caller'] as StartInput['parent'] | undefined;
  const input: StartInput = {
    id, organisation, starter: fact.by === null ? null : actorOf(fact), startEvent: fact.node, data, submission, variables: inputs.beginning?.variables ?? {},
    ...(caller !== undefined && { parent: caller }),
  };
  return { type: 'start', input };
}

function migrationOf({ data }: RecordedFact, { migration }: KeptInputs): Migration {
  return { nodes: (data['nodes'] ?? {}) as Migration['nodes'], terms: (data['terms'] ?? {}) as Migration['terms'], variables: migration?.variables ?? {} };
}

function orderOf(fact: RecordedFact): MigrationOrder {
  return { by: fact.by === null ? null : actorOf(fact), submission: (fact.data['submission'] as string | null | undefined) ?? null };
}

/** Each command begins with a fact of its own kind; what follows it is its consequence. Only a cancellation is told last. */
function commandsOf(facts: readonly RecordedFact[], inputs: KeptInputs, submissions: ReadonlyMap<string, RecordedSubmission>): readonly Command[] {
  const cancelled = facts.find(({ kind }) => kind === 'instanceCancelled');
  if (cancelled) return [{ type: 'cancelInstance', by: cancelled.by === null ? null : actorOf(cancelled), remark: cancelled.by !== null }];
  return facts.flatMap((fact) => commandOf(fact, inputs, submissions) ?? []);
}

function commandOf(fact: RecordedFact, inputs: KeptInputs, submissions: ReadonlyMap<string, RecordedSubmission>): Command | null {
  const { data } = fact;
  const [task, activity] = [fact.task ?? '', fact.activity ?? -1];
  switch (fact.kind) {
    case 'taskCompleted':
      return { type: 'completeTask', task, outcome: String(data['outcome']), ...(typeof data['returnTo'] === 'string' && { returnTo: data['returnTo'] }), by: actorOf(fact), remark: data['remark'] === true, facts: inputs.facts ?? null, ...submittedIn(fact, submissions) };
    case 'taskClaimed': return { type: 'claimTask', task, by: actorOf(fact) };
    case 'taskUnclaimed': return { type: 'unclaimTask', task, by: actorOf(fact) };
    case 'taskDelegated': return { type: 'delegateTask', task, to: String(data['to']), by: actorOf(fact) };
    case 'approverAdded': return { type: 'addApprover', activity, approver: String(data['approver']), by: actorOf(fact) };
    case 'actionTriggered': {
      const submitted = submittedIn(fact, submissions);
      return {
        type: 'triggerAction', activity, action: String(data['action']), by: fact.by === null ? null : actorOf(fact), remark: data['remark'] === true,
        submission: submitted.submission, data: submitted.data ?? inputs.data ?? null,
      };
    }
    case 'serviceCompleted': {
      const result = inputs.results?.[activity];
      if (!result) throw new RecordDamaged(`the result of activity ${activity} is not there`);
      return { type: 'completeServiceTask', activity, result };
    }
    case 'serviceFailed': {
      const carried = inputs.errors?.[activity];
      if (!carried) throw new RecordDamaged(`what the error of activity ${activity} carried is not there`);
      return { type: 'failServiceTask', activity, code: String(data['code']), data: carried };
    }
    case 'messageReceived': {
      const subscription = String(data['subscription']);
      const carried = inputs.messages?.[subscription];
      if (!carried) throw new RecordDamaged(`what the message for ${subscription} carried is not there`);
      return { type: 'receiveMessage', subscription, data: carried };
    }
    case 'callEnded': {
      const variables = inputs.calls?.[activity];
      if (!variables) throw new RecordDamaged(`what the case called by activity ${activity} held is not there`);
      return { type: 'callEnded', activity, status: data['status'] === 'completed' ? 'completed' : 'cancelled', result: (data['result'] as string | null | undefined) ?? null, variables, ...errorIn(fact, inputs) };
    }
    case 'instanceSuspended': case 'instanceResumed': {
      const by = data['withParent'] === true ? null : actorOf(fact);
      return { type: fact.kind === 'instanceSuspended' ? 'suspendInstance' : 'resumeInstance', by, remark: by !== null, submission: submissionIn(fact) };
    }
    case 'instanceModified':
      return { type: 'modifyInstance', changes: changesIn(fact, inputs.modified ?? {}), by: actorOf(fact), remark: true, submission: submissionIn(fact) };
    case 'timerFired': return { type: 'fireTimer', timer: String(data['timer']) };
    case 'childrenChanged':
      return { type: 'childrenChanged', activity, completed: Number(data['completed']), cancelled: Number(data['cancelled']), results: data['results'] as { readonly [result: string]: number }, ...errorIn(fact, inputs) };
    default: return null;
  }
}

/** The error by which a called case or a part has ended; history has its code. */
function errorIn({ activity, data }: RecordedFact, inputs: KeptInputs): { readonly error?: ThrownCode } {
  return data['error'] === undefined ? {} : { error: { code: String(data['error']), data: inputs.errors?.[activity ?? -1] ?? {} } };
}

/** Of an operation the reason alone was submitted: its hash is all that the engine was given. */
function submissionIn({ data }: RecordedFact): string | null {
  return (data['submission'] as string | null | undefined) ?? null;
}

/** History names the variables that were set by hand; what was put into them is kept apart. */
function changesIn({ data }: RecordedFact, values: Values): readonly Change[] {
  const changes = data['changes'] as readonly (Exclude<Change, { kind: 'setVariables' }> | { readonly kind: 'setVariables'; readonly variables: readonly string[] })[];
  return changes.map((change): Change => {
    if (change.kind !== 'setVariables') return change;
    return { kind: 'setVariables', values: Object.fromEntries(change.variables.map((name) => {
      if (!Object.hasOwn(values, name)) throw new RecordDamaged(`what was put into ${name} is not there`);
      return [name, values[name] as Json];
    })) };
  });
}

/** History keeps no right where none but the direct one can have been used. */
function actorOf(fact: RecordedFact): Actor {
  return { person: fact.by ?? '', right: (fact.data['right'] as Actor['right'] | null | undefined) ?? { kind: 'direct' } };
}

function submittedIn(fact: RecordedFact, submissions: ReadonlyMap<string, RecordedSubmission>): { readonly data: Values | null; readonly submission: string | null } {
  const hash = fact.data['submission'];
  if (typeof hash !== 'string') return { data: null, submission: null };
  const found = submissions.get(hash);
  if (!found) throw new RecordDamaged(`submission ${hash.slice(0, 12)}… is not there`);
  if (found.erased) throw new InputErased();
  return { data: found.data as Values | null, submission: hash };
}

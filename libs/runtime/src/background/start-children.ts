import type { PartyReference } from '@reglament/contracts';
import { partyReferencePattern } from '@reglament/contracts';
import { EngineError, start, startChild, starterOfCall, type Context, type Instance, type Outcome, type StartChildInput, type StartInput } from '@reglament/engine';
import {
  callDepth, holdOutbox, holdSuspension, inTransaction, keepCommandInputs, loadInstance, openIncident, postponeOutbox, saveTransitionsIn, setChildAside, settleOutbox, StoreError, takeAskedChildren, takeChildStarts,
  type ClaimedMessage, type LoadedInstance, type SetAsideChild, type StoreErrorCode, type Transition, type Tx,
} from '@reglament/store';
import { randomUUID } from 'node:crypto';
import type { LiveDefinition } from '../definitions/live-definition.js';
import { inputsOf } from '../replay/kept-inputs.js';
import type { Shell } from '../shell.js';
import { afterCommit } from '../transition/after-commit.js';
import type { Beginning } from '../transition/recorded-transition.js';
import { mergeChildStarts } from '../transition/merge-child-starts.js';
import { calledBy, type Called } from './called-definition.js';
import { causeOf, type Cause } from './incident.js';
import { postponeOrGiveUp } from './postpone-or-give-up.js';
import { stableId } from './stable-id.js';

/** Children in one commit (decision 3): 5,000 in one statement hold the database for 311 ms, 500 for 42. */
const BATCH = 500;

const PARTY = new RegExp(partyReferencePattern, 'u');

/** Cases that call cases that call …: deeper, it is a definition that calls itself. */
const MAX_CALL_DEPTH = 20;

/** The database will not hold the row, however often it is given: one item of a batch is at fault, not the moment. */
const OF_THE_ROW: readonly StoreErrorCode[] = ['invalidValue', 'check', 'reference', 'fault'];

/**
 * Starts the children of a parallel forEach, batch after batch; each batch is taken and started in one commit. An item that cannot be
 * started is set aside with an incident of its own, in the same commit, and keeps back no other.
 */
export async function startChildren(shell: Shell, message: ClaimedMessage): Promise<void> {
  try {
    await startBatch(shell, message, BATCH);
  } catch (error) {
    if (!isOfTheRow(error)) return postponeOrGiveUp(shell, [message], error);
    try {
      for (let more = true; more;) more = await startOne(shell, message);
    } catch (fault) {
      await postponeOrGiveUp(shell, [message], fault);
    }
  }
}

function isOfTheRow(error: unknown): boolean {
  return error instanceof StoreError && OF_THE_ROW.includes(error.code);
}

async function startOne(shell: Shell, message: ClaimedMessage): Promise<boolean> {
  try {
    return await startBatch(shell, message, 1);
  } catch (error) {
    if (!isOfTheRow(error)) throw error;
    return startBatch(shell, message, 1, causeOf(error));
  }
}

interface Birth { readonly beginning: Beginning; readonly transition: Transition }
type Attempt = { readonly child: SetAsideChild } & ({ readonly born: Birth } | { readonly cause: Cause });

/** True while there is more to start. @param unstartable what is known to be wrong with the next item: it is set aside untried. */
async function startBatch(shell: Shell, message: ClaimedMessage, limit: number, unstartable: Cause | null = null): Promise<boolean> {
  const parent = await loadInstance(shell.store, message.instance);
  const open = parent?.snapshot.activities.find(({ id }) => id === message.activity);
  if (!parent || !open) {
    await settleOutbox(shell.store, [message]);
    return false;
  }
  const live = await shell.definitions.get(parent.definition.hash);
  const called = await calledBy(shell, live.compiled, parent, open.node);
  if (called && (await callDepth(shell.store, parent.head.id)) >= MAX_CALL_DEPTH) throw new Error(`calls within calls, more than ${MAX_CALL_DEPTH}: ${live.definition.key} calls itself by ${open.node}`);
  const started = await inTransaction(shell.store, async (tx) => {
    // Held until the commit: what starts here is there for the suspension to find, or does not start.
    if (await holdSuspension(tx, message.instance)) {
      await holdOutbox(tx, message);
      return { born: [], more: false, refused: 0 };
    }
    const { children: taken, more } = await take(tx, message, limit);
    const children = await named(shell, taken);
    const attempts = children.map((child): Attempt => (unstartable ? { child, cause: unstartable } : attempt(shell, { live, called }, parent, message.activity, child)));
    const born = attempts.flatMap((each) => ('born' in each ? [each.born] : []));
    await write(tx, born);
    for (const each of attempts) if ('cause' in each) await setAside(tx, message, each.child, each.cause);
    // The same message carries the next batch; under the batch size it stays claimed by this very loop.
    if (more && limit > 1) await postponeOutbox(tx, message, 0);
    if (!more) await settleOutbox(tx, [message]);
    shell.passed('before-children-commit');
    return { born, more, refused: attempts.length - born.length };
  });
  shell.passed('after-children-commit');
  for (const { beginning, transition: { after, effects, at } } of started.born) {
    afterCommit(shell, after, effects);
    shell.record?.({ instance: after.id, definitionHash: after.definitionHash, now: at, beginning, commands: [], after });
  }
  if (started.refused > 0) {
    shell.log.error('children.setAside', { instance: message.instance, activity: message.activity, count: started.refused });
    shell.live.changed({ instance: message.instance, parties: [] });
  }
  if (started.more) shell.nudge();
  return started.more;
}

/** Those that an operator asked for come first. */
async function take(tx: Tx, { instance, activity }: ClaimedMessage, limit: number): Promise<{ readonly children: readonly SetAsideChild[]; readonly more: boolean }> {
  const asked = await takeAskedChildren(tx, instance, activity, limit);
  if (asked.length === limit) return { children: asked, more: true };
  const batch = await takeChildStarts(tx, instance, activity, limit - asked.length);
  return { children: [...asked, ...(batch?.items ?? []).map((item) => ({ node: batch!.node, item, attempts: 0 }))], more: (batch?.left ?? 0) > 0 };
}

/** An item that is called by a party bears the party's name: whoever has many of them in a list tells them apart. */
async function named(shell: Shell, children: readonly SetAsideChild[]): Promise<readonly SetAsideChild[]> {
  const parties = children.flatMap(({ item }) => (item.title !== null && PARTY.test(item.title) ? [item.title] : []));
  if (parties.length === 0) return children;
  const titles = await shell.people.titles(parties, 'ru');
  return children.map((child) => ({ ...child, item: { ...child.item, title: titles.get(child.item.title ?? '')?.title ?? child.item.title } }));
}

async function write(tx: Tx, born: readonly Birth[]): Promise<void> {
  if (born.length === 0) return;
  const saved = await saveTransitionsIn(tx, born.map(({ transition }) => transition));
  await keepCommandInputs(tx, born.flatMap(({ beginning }, i) => (saved[i]?.kind === 'saved' ? [{ instance: beginning.input.id, version: 1, inputs: inputsOf([], givenAtBeginning(beginning)) }] : [])));
}

async function setAside(tx: Tx, { instance, activity }: ClaimedMessage, child: SetAsideChild, cause: Cause): Promise<void> {
  const attempts = child.attempts + 1;
  await setChildAside(tx, instance, activity, { ...child, attempts });
  await openIncident(tx, {
    id: randomUUID(), instance, node: child.node, activity, source: 'outbox', sourceId: `startChildren.${activity}.${child.item.index}`,
    code: cause.code, message: `item ${child.item.index}: ${cause.message}`, attempts,
  });
}

function givenAtBeginning({ type, input }: Beginning): { readonly variables: Instance['variables']; readonly starter: StartChildInput['starter'] } {
  return { variables: input.variables, starter: type === 'startChild' ? input.starter : input.starter?.person ?? null };
}

interface Definitions { readonly live: LiveDefinition; readonly called: Called | null }

function attempt(shell: Shell, { live, called }: Definitions, parent: LoadedInstance, activity: number, child: SetAsideChild): Attempt {
  const context = shell.organisations.context(shell.clock.now());
  try {
    const beginning = called ? callOf(called, parent, activity, child, starterOfCall(live.compiled, parent.snapshot, activity, context)) : childOf(parent, activity, child);
    const outcome = begin(beginning, { live, called }, context);
    if (outcome.kind === 'refused') return { child, cause: { code: `engine.${outcome.refusal.code}`, message: JSON.stringify(outcome.refusal) } };
    const definition = called ? { key: called.live.definition.key, version: called.live.version, hash: called.live.hash } : parent.definition;
    return {
      child,
      born: {
        beginning,
        transition: {
          before: { definition, path: parent.organisation.path, period: parent.head.period, childTitle: child.item.title, apart: standsApart(live, child.node) },
          after: outcome.instance, effects: mergeChildStarts(outcome.effects), command: randomUUID(), actor: null, at: context.now,
        },
      },
    };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { child, cause: causeOf(error) };
  }
}

function standsApart({ definition }: LiveDefinition, key: string): boolean {
  const node = definition.nodes[key];
  return node !== undefined && 'forEach' in node && node.forEach?.apart === true;
}

function begin(beginning: Beginning, { live, called }: Definitions, context: Context): Outcome {
  return beginning.type === 'start' ? start((called ?? { live }).live.compiled, beginning.input, context) : startChild(live.compiled, beginning.input, context);
}

function childOf(parent: LoadedInstance, activity: number, { node, item }: SetAsideChild): Beginning {
  return {
    type: 'startChild',
    input: {
      id: stableId(`${parent.head.id}.${activity}.${item.index}`), parent: { instance: parent.head.id, activity, index: item.index }, node,
      organisation: parent.organisation.id, starter: parent.snapshot.starter, variables: item.variables as Instance['variables'],
    },
  };
}

function callOf({ startEvent }: Called, parent: LoadedInstance, activity: number, { item }: SetAsideChild, starter: PartyReference | null): Beginning {
  const input: StartInput = {
    id: stableId(`${parent.head.id}.${activity}.${item.index}`), parent: { instance: parent.head.id, activity, index: item.index },
    organisation: parent.organisation.id, starter: starter === null ? null : { person: starter, right: { kind: 'direct' } }, startEvent,
    data: null, submission: null, variables: item.variables as Instance['variables'],
  };
  return { type: 'start', input };
}

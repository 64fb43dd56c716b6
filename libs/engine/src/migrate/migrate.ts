import type { FlowNode } from '@reglament/contracts';
import type { Compiled } from '../compile/compiled.js';
import type { Context } from '../context.js';
import { findActivity, openDraft, type Draft } from '../draft.js';
import { EngineError } from '../engine-error.js';
import { record } from '../facts.js';
import { textOf } from '../finish.js';
import type { Instance, Json } from '../instance.js';
import { runDraft } from '../run-draft.js';
import { fitListeners } from './fit-listeners.js';
import { fitMessages } from './fit-messages.js';
import { fitTerms } from './fit-terms.js';
import type { Migrated, Migration, MigrationOrder } from './migration.js';
import { keyAfter, movedInstance, waitingTokens } from './moved-instance.js';
import { migrationObstacles } from './obstacles.js';
import { alike, termsOf } from './open-node.js';

/**
 * Takes a living case to another version of its definition, where it stands: tokens, open work, what was decided and by whom stay;
 * tasks keep their ids, performers and due moments. Pure, and whole or not at all: what is in the way is told, nothing is half moved.
 *
 * Only what can be seen in the snapshot is judged here; whether the case can come to its end from there is for `planMigration`.
 *
 * @throws EngineError `engine.instanceMismatch` when the instance is not of the version before.
 */
export function migrate(before: Compiled, after: Compiled, instance: Instance, migration: Migration, order: MigrationOrder, context: Context): Migrated {
  if (instance.definitionHash !== before.hash) {
    throw new EngineError('engine.instanceMismatch', { definition: before.definition.key, hash: before.hash, instance: instance.id, found: instance.definitionHash });
  }
  const obstacles = migrationObstacles(before, after, instance, migration);
  if (obstacles.length > 0) return { kind: 'blocked', obstacles };
  try {
    const draft = openDraft(after, movedInstance(before, after, instance, migration), context);
    const outcome = runDraft(draft, () => { rearrange(draft, before, instance, migration, order); });
    if (outcome.kind === 'refused') return { kind: 'blocked', obstacles: [{ code: 'refused', refusal: outcome.refusal }] };
    return { kind: 'migrated', instance: outcome.instance, effects: outcome.effects };
  } catch (fault) {
    if (!(fault instanceof EngineError)) throw fault;
    return { kind: 'blocked', obstacles: [{ code: 'fault', node: fault.details.node ?? null, found: fault.details.found ?? fault.code }] };
  }
}

function rearrange(draft: Draft, before: Compiled, instance: Instance, migration: Migration, { by, submission }: MigrationOrder): void {
  const { nodes, terms } = migration;
  record(draft, 'instanceMigrated', { by: by?.person ?? null }, {
    from: before.hash, to: draft.compiled.hash, nodes: { ...nodes }, terms: { ...terms }, submission, right: by === null ? null : { ...by.right } as Json,
  });
  for (const { id, node: key } of instance.activities) {
    const [was, is] = [before.definition.nodes[key], draft.compiled.definition.nodes[keyAfter(nodes, key)]];
    const activity = findActivity(draft, id);
    // Only a listener may have lost its node: it stops listening below.
    if (!activity || !was || !is) continue;
    if (!alike(termsOf(was), termsOf(is))) fitTerms(draft, activity, terms[activity.node] ?? 'keep');
    const fitted = findActivity(draft, id);
    if (fitted) fitMessages(draft, fitted, was, is);
  }
  fitListeners(draft, before, instance, migration);
  rename(draft, before, instance, nodes);
  passJoins(draft);
}

/** The state that a step has given the case bears another name, or the case another subject: read anew where their words differ. */
function rename(draft: Draft, before: Compiled, instance: Instance, nodes: Migration['nodes']): void {
  const { definition, subject, businessKey } = draft.compiled;
  const given = instance.tokens.flatMap(({ node }): (string | undefined)[] => {
    const [was, is]: (FlowNode | undefined)[] = [before.definition.nodes[node], definition.nodes[keyAfter(nodes, node)]];
    return was?.state !== undefined && was.state === instance.state && is?.state !== was.state ? [is?.state] : [];
  });
  const state = given.find((found) => found !== undefined);
  if (state !== undefined) {
    record(draft, 'stateChanged', {}, { from: draft.state, to: state });
    draft.state = state;
  }
  if (subject !== null && !alike(before.definition.subject, definition.subject)) draft.subject = textOf(draft, subject);
  if (businessKey !== null && !alike(before.definition.businessKey, definition.businessKey)) draft.businessKey = textOf(draft, businessKey);
}

/** A join of the version after may wait for less: then what waits there goes on. */
function passJoins(draft: Draft): void {
  const waiting = waitingTokens({ ...draft.before, tokens: draft.tokens, activities: draft.activities });
  const asked = new Set<string>();
  for (const token of waiting) {
    const place = `${token.node} ${String(token.scope)}`;
    const here = waiting.filter(({ node, scope }) => node === token.node && scope === token.scope);
    const incoming = [...draft.compiled.incoming.get(token.node) ?? []];
    if (draft.compiled.nodes.get(token.node)?.type !== 'parallelGateway' || asked.has(place) || !incoming.every((via) => here.some((other) => other.via === via))) continue;
    asked.add(place);
    draft.pending.push({ kind: 'arrival', token, path: [] });
  }
}

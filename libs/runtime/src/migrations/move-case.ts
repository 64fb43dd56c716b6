import { tellReason, type MigrationPlan, type MigrationReason } from '@reglament/analysis';
import type { FlowNode, LocalizedText } from '@reglament/contracts';
import type { Actor, Effect, Instance, Migration } from '@reglament/engine';
import {
  appendAuditIn, inTransaction, keepCommandInputs, keepMoves, placeMoved, saveTransitionsIn, StoreError, type LoadedInstance, type MovedService, type MovedTask, type NewSubmission, type Tx,
} from '@reglament/store';
import { randomUUID } from 'node:crypto';
import type { LiveDefinition } from '../definitions/live-definition.js';
import { remarkSubmission } from '../instances/remark-submission.js';
import type { Shell } from '../shell.js';
import { afterCommit } from '../transition/after-commit.js';
import { mergeChildStarts } from '../transition/merge-child-starts.js';
import { planFamily } from './moving.js';

export interface MoveOrder {
  readonly before: LiveDefinition;
  readonly after: LiveDefinition;
  readonly migration: Migration;
  readonly by: Actor;
  readonly reason: string;
  /** Written in the commit of the move. */
  readonly also?: (tx: Tx, move: string) => Promise<void>;
}

export type Moved = { readonly kind: 'moved'; readonly move: string } | { readonly kind: 'stayed'; readonly why: LocalizedText };

const MAX_CONFLICTS = 10;
const GONE: LocalizedText = { ru: 'Дело уже завершено или стоит на другой версии.', en: 'The case has ended, or is of another version.' };

/** Takes one case with its parts to another version: all of it in one commit, guarded by the version of each, or nothing. */
export async function moveCase(shell: Shell, id: string, order: MoveOrder): Promise<Moved> {
  const { before, after, migration, by, reason } = order;
  for (let count = 0; count < MAX_CONFLICTS; count += 1) {
    const context = shell.organisations.context(shell.clock.now());
    const submission = remarkSubmission({ node: null, outcome: 'migrate', author: by.person, remark: reason, data: null, form: null });
    const family = await planFamily(shell, shell.store, id, before, after, migration, context, { by, submission: submission.hash });
    if (!family) return { kind: 'stayed', why: GONE };
    if (family.verdict !== 'safe') return { kind: 'stayed', why: inWords(family.reasons, before, after) };
    const move = randomUUID();
    const changed = family.members.flatMap(({ loaded, plan }): readonly Changed[] => (plan.moved === null ? [] : [{ loaded, ...movedOf(plan.moved), submission: loaded === family.root ? submission : null }]));
    try {
      await inTransaction(shell.store, async (tx) => {
        const heads = await write(tx, changed, after, by, context.now);
        if (Object.keys(migration.variables).length > 0) await keepCommandInputs(tx, changed.map(({ loaded }, i) => ({ instance: loaded.head.id, version: heads[i] as number, inputs: { migration: { variables: migration.variables } } })));
        const takenBack = changed.every(({ effects }) => effects.every(isQuiet));
        await keepMoves(tx, changed.map(({ loaded }, i) => ({
          move, instance: loaded.head.id, root: id, fromVersion: loaded.definition.version, fromHash: before.hash, toVersion: after.version, toHash: after.hash,
          version: heads[i] as number, snapshot: takenBack ? loaded.snapshot : null, by: by.person, at: context.now,
        })));
        await order.also?.(tx, move);
        await appendAuditIn(tx, [{
          actor: by.person, action: 'case.migrated', objectType: 'process-instances', objectId: id, organisation: family.root.organisation.id, path: family.root.organisation.path,
          data: { definition: after.definition.key, from: family.root.definition.version, to: after.version, parts: changed.length - 1 },
        }]);
      });
    } catch (error) {
      if (error instanceof StoreError && error.code === 'conflict') continue;
      throw error;
    }
    for (const { instance, effects } of changed) afterCommit(shell, instance, effects);
    return { kind: 'moved', move };
  }
  return { kind: 'stayed', why: { ru: 'Дело сейчас меняют другие: повторите.', en: 'Others are changing the case right now: try again.' } };
}

export interface Changed { readonly loaded: LoadedInstance; readonly instance: Instance; readonly effects: readonly Effect[]; readonly submission: NewSubmission | null }

function movedOf({ instance, effects }: NonNullable<MigrationPlan['moved']>): Pick<Changed, 'instance' | 'effects'> {
  return { instance, effects: mergeChildStarts(effects) };
}

/** Writes the snapshots with all that stands beside them. @returns the version of each. @throws StoreError `conflict` where one has moved. */
export async function write(tx: Tx, changed: readonly Changed[], after: LiveDefinition, by: Actor, at: string): Promise<readonly number[]> {
  const saved = await saveTransitionsIn(tx, changed.map(({ loaded, instance, effects, submission }) => ({ before: loaded.head, after: instance, effects, command: randomUUID(), actor: by, at, submission })));
  const heads = saved.map((result) => {
    if (result.kind === 'conflict') throw new StoreError('conflict', 'A part of the case has moved');
    return result.head.version;
  });
  const open = changed.flatMap(({ instance }) => instance.activities.map((activity) => ({ instance: instance.id, activity, node: after.definition.nodes[activity.node] })));
  await placeMoved(tx, {
    instances: changed.map(({ instance }) => instance.id), version: after.version,
    tasks: open.flatMap(({ activity, node }) => activity.tasks.map(({ id }): MovedTask => ({ id, node: activity.node, ...rowOf(node) }))),
    services: open.map(({ instance, activity }): MovedService => ({ instance, activity: activity.id, node: activity.node })),
  });
  return heads;
}

function rowOf(node: FlowNode | undefined): Pick<MovedTask, 'title' | 'form' | 'priority'> {
  const human = node as { readonly title?: LocalizedText; readonly form?: string; readonly priority?: number } | undefined;
  return { title: human?.title ?? '', form: human?.form ?? null, priority: human?.priority ?? DEFAULT_PRIORITY };
}

/** As the engine opens a task that says nothing of it. */
const DEFAULT_PRIORITY = 50;

/** What can be taken back: moments and what is waited for. A join that went on has set other work going. */
function isQuiet({ type }: Effect): boolean {
  return ['history', 'updateTask', 'setTimer', 'cancelTimer', 'subscribe', 'unsubscribe'].includes(type);
}

/** The first reasons against it as one text. */
export function inWords(reasons: readonly MigrationReason[], before: LiveDefinition, after: LiveDefinition): LocalizedText {
  const texts = reasons.filter(({ weight }) => weight !== 'note').slice(0, 3).map((reason) => tellReason(reason, { before: before.definition, after: after.definition }));
  return { ru: texts.map(({ ru }) => ru).join('; '), en: texts.map(({ en }) => en).join('; ') };
}

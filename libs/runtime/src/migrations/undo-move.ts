import type { LocalizedText } from '@reglament/contracts';
import { undoMigration, type Actor, type Instance } from '@reglament/engine';
import { appendAuditIn, inTransaction, lastMove, loadInstances, markUndone, StoreError, type Tx } from '@reglament/store';
import { remarkSubmission } from '../instances/remark-submission.js';
import type { Shell } from '../shell.js';
import { afterCommit } from '../transition/after-commit.js';
import { write, type Changed } from './move-case.js';

export type Undone = { readonly kind: 'undone' } | { readonly kind: 'kept'; readonly why: LocalizedText };

const kept = (ru: string, en: string): Undone => ({ kind: 'kept', why: { ru, en } });
const MOVED = kept('Отменить нельзя: после перевода дело уже двинулось дальше.', 'It cannot be undone: the case has gone on since it was moved.');

/** Takes the last move of a case back, while nothing has happened to it or to a part of it since. @param move only this one. */
export async function undoMove(shell: Shell, root: string, { by, reason, move, also }: { readonly by: Actor; readonly reason: string; readonly move: string | null; readonly also?: (tx: Tx) => Promise<void> }): Promise<Undone> {
  const moves = await lastMove(shell.store, root);
  const [first] = moves;
  if (!first || first.undoneAt !== null) return kept('Отменять нечего: дело стоит на своей версии.', 'There is nothing to undo: the case is of its own version.');
  if (move !== null && first.move !== move) return kept('После этого дело переведено ещё раз.', 'The case has been moved again since.');
  if (moves.some(({ snapshot }) => snapshot === null)) return kept('Отменить нельзя: перевод сразу привёл дело в движение.', 'It cannot be undone: the move has set the case going.');
  const loaded = await loadInstances(shell.store, moves.map(({ instance }) => instance));
  if (moves.some(({ instance, version }) => loaded.get(instance)?.head.version !== version)) return MOVED;
  const before = await shell.definitions.get(first.fromHash);
  const submission = remarkSubmission({ node: null, outcome: 'undoMigration', author: by.person, remark: reason, data: null, form: null });
  const changed = moves.flatMap(({ instance, snapshot }): readonly Changed[] => {
    const now = loaded.get(instance);
    if (!now) return [];
    const ofRoot = instance === root ? submission : null;
    return [{ loaded: now, ...undoMigration(now.snapshot, snapshot as Instance, { by, submission: ofRoot?.hash ?? null }), submission: ofRoot }];
  });
  const { now: at } = shell.organisations.context(shell.clock.now());
  const place = loaded.get(root)?.organisation;
  try {
    await inTransaction(shell.store, async (tx) => {
      await write(tx, changed, { ...before, version: first.fromVersion }, by, at);
      await markUndone(tx, first.move, at);
      await also?.(tx);
      await appendAuditIn(tx, [{
        actor: by.person, action: 'case.migrationUndone', objectType: 'process-instances', objectId: root, organisation: place?.id ?? null, path: place?.path ?? '',
        data: { definition: before.definition.key, from: first.toVersion, to: first.fromVersion },
      }]);
    });
  } catch (error) {
    if (error instanceof StoreError && error.code === 'conflict') return MOVED;
    throw error;
  }
  for (const { instance, effects } of changed) afterCommit(shell, instance, effects);
  return { kind: 'undone' };
}

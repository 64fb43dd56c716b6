import { useMemo } from 'react';
import { elementId, useForm, useMessages } from '../form-context.js';
import type { FieldOf } from '../lookups.js';
import { freshId } from '../rows/row-list.js';
import { clauseAt, clausesOf, numberOf, pathOfPointer, type Clause, type ClausePath } from './clause.js';
import type { ClauseActions } from './clause-context.js';
import { indent, insertAfter, insertInside, outdent, remove, replaceAt, shift, type Moved } from './tree-operations.js';
import { valueAt } from '@reglament/forms';

interface TreePlace {
  readonly field: FieldOf<'clauseTree'>;
  readonly root: string;
  readonly children: string;
  readonly maxDepth: number;
  readonly onRemoved: (before: readonly Clause[]) => void;
}

/** The operations on the tree in the store; each says what happened and keeps the focus with the clause that moved. */
export function useClauseActions({ field, root, children, maxDepth, onRemoved }: TreePlace): ClauseActions {
  const { store, announce, idPrefix } = useForm();
  const messages = useMessages().clause;
  return useMemo(() => {
    const current = () => clausesOf(valueAt(store.values, root));
    const focus = (path: ClausePath, caret: number | null) => requestAnimationFrame(() => {
      const box = document.getElementById(elementId(idPrefix, `${pathOfPointer(root, path, children)}/text`));
      box?.focus();
      if (caret !== null && box instanceof HTMLTextAreaElement) box.setSelectionRange(caret, caret);
    });
    const apply = (moved: Moved | null, say: (number: string) => string, at?: number): boolean => {
      if (moved === null) return false;
      const caret = at ?? (document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.selectionStart : null);
      store.set(root, moved.list.length === 0 ? undefined : moved.list, true);
      announce(say(numberOf(moved.path)));
      focus(moved.path, caret);
      return true;
    };
    /** A new clause is of the kind of its neighbour: a list of tasks stays one. */
    const fresh = (like: Clause | undefined): Clause => ({ id: freshId(), type: like?.type ?? field.clauseTypes[0]?.value ?? '' });
    return {
      indent: (path) => apply(indent(current(), path, maxDepth), messages.moved),
      outdent: (path) => apply(outdent(current(), path), messages.moved),
      shift: (path, by) => apply(shift(current(), path, by), messages.moved),
      addAfter: (path, caret) => {
        const list = current();
        const like = path.length === 0 ? list.at(-1) : clauseAt(list, path);
        const text = path.length === 0 ? '' : (like?.text ?? '');
        const rest = caret === undefined ? '' : text.slice(caret).trimStart();
        const kept = rest === '' ? list : replaceAt(list, path, (clause) => ({ ...clause, text: text.slice(0, caret).trimEnd() }));
        apply(insertAfter(kept, path, rest === '' ? fresh(like) : { ...fresh(like), text: rest }), messages.added, 0);
      },
      addInside: (path) => void apply(insertInside(current(), path, fresh(clauseAt(current(), path)?.clauses?.at(-1) ?? clauseAt(current(), path)), maxDepth), messages.added),
      remove: (path) => {
        const before = current();
        onRemoved(before);
        apply(remove(before, path), () => messages.removed(numberOf(path)));
      },
    };
  }, [store, announce, idPrefix, messages, field, root, children, maxDepth, onRemoved]);
}

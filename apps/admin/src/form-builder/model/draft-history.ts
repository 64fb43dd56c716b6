import type { FormDefinition } from '@reglament/contracts';

/** A form with the way back and forth. `tag`: letters typed into one box are one step. */
export interface DraftHistory { readonly form: FormDefinition; readonly past: readonly FormDefinition[]; readonly future: readonly FormDefinition[]; readonly tag: string | null }

export type DraftAction =
  | { readonly type: 'edit'; readonly change: (form: FormDefinition) => FormDefinition; readonly tag?: string }
  | { readonly type: 'undo' } | { readonly type: 'redo' };

const KEPT = 100;

export function draftHistory(state: DraftHistory, action: DraftAction): DraftHistory {
  switch (action.type) {
    case 'edit': {
      const form = action.change(state.form);
      if (form === state.form) return state;
      const tag = action.tag ?? null;
      const past = tag !== null && tag === state.tag ? state.past : [...state.past, state.form].slice(-KEPT);
      return { form, past, future: [], tag };
    }
    case 'undo': {
      const before = state.past.at(-1);
      return before ? { form: before, past: state.past.slice(0, -1), future: [state.form, ...state.future], tag: null } : state;
    }
    case 'redo': {
      const [next, ...future] = state.future;
      return next ? { form: next, past: [...state.past, state.form], future, tag: null } : state;
    }
  }
}

import type { FormDefinition, FormDraftProblem, FormDraftSaved, FormDraftView } from '@reglament/contracts';
import { equalJson } from '@reglament/forms';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { api } from '../data/http.js';
import { NetworkLost, problemOf } from '../data/problem.js';
import { draftHistory, type DraftAction, type DraftHistory } from './model/draft-history.js';
import { mergeForms } from './model/merge-forms.js';

export type SavingState = 'saved' | 'dirty' | 'saving' | 'offline' | 'refused' | 'gone';

/** What came in from another person: by whom, and the questions that both had changed. */
export interface CameIn { readonly by: string; readonly clashes: readonly string[] }

export interface OpenDraft {
  readonly history: DraftHistory;
  readonly dispatch: (action: DraftAction) => void;
  readonly state: SavingState;
  readonly savedAt: string;
  readonly etag: string;
  /** The server's problems, of what was saved last. */
  readonly problems: readonly FormDraftProblem[];
  /** Whether what is on the screen is what was saved. */
  readonly isSaved: boolean;
  readonly cameIn: CameIn | null;
  readonly forgetCameIn: () => void;
}

/** After the last change. Long enough not to save every letter, short enough that nobody waits for it. */
const QUIET_MS = 700;
const AGAIN_MS = 4_000;

/** The form on the screen, kept on the server as it changes. What another person has saved meanwhile is put together with it, never written over. */
export function useFormDraft(opened: FormDraftView, names: (paths: readonly FormDefinition['ui']['sections'][number]['fields'][number][]) => readonly string[]): OpenDraft {
  const address = `/form-definitions/${encodeURIComponent(opened.key)}/draft`;
  const [history, dispatch] = useReducer(draftHistory, { form: opened.content as FormDefinition, past: [], future: [], tag: null });
  const [server, setServer] = useState({ content: opened.content as FormDefinition, etag: opened.etag, savedAt: opened.savedAt, problems: opened.problems });
  const [state, setState] = useState<SavingState>('saved');
  const [cameIn, setCameIn] = useState<CameIn | null>(null);
  const now = useRef({ form: history.form, server, busy: false });
  now.current.form = history.form;

  const save = useCallback(async (): Promise<void> => {
    const at = now.current;
    if (at.busy || at.form === at.server.content) return;
    at.busy = true;
    setState('saving');
    const content = at.form;
    try {
      const saved = await api<FormDraftSaved>(address, { method: 'PUT', body: { content }, etag: `"${at.server.etag}"` });
      at.server = { content, ...saved };
      setServer(at.server);
      setState(at.form === content ? 'saved' : 'dirty');
    } catch (error) {
      const status = problemOf(error)?.status;
      if (status === 412 || status === 404) await takeIn();
      else setState(error instanceof NetworkLost ? 'offline' : 'refused');
    } finally {
      at.busy = false;
    }

    async function takeIn(): Promise<void> {
      try {
        const theirs = await api<FormDraftView>(address, { method: 'POST' });
        const other = theirs.content as FormDefinition;
        const base = at.server.content;
        at.server = { content: other, etag: theirs.etag, savedAt: theirs.savedAt, problems: theirs.problems };
        setServer(at.server);
        const { form, clashes } = mergeForms(base, at.form, other);
        dispatch({ type: 'edit', change: () => (equalJson(form, other) ? other : form) });
        setCameIn({ by: theirs.savedBy.title, clashes: names(clashes) });
        setState('dirty');
      } catch (error) {
        setState(error instanceof NetworkLost ? 'offline' : 'gone');
      }
    }
  }, [address, names]);

  useEffect(() => {
    if (history.form === server.content) return undefined;
    if (state === 'saved') setState('dirty');
    if (state === 'gone') return undefined;
    const timer = setTimeout(() => void save(), state === 'offline' || state === 'refused' ? AGAIN_MS : QUIET_MS);
    return () => clearTimeout(timer);
  }, [history.form, server, state, save]);

  const isSaved = history.form === server.content;
  useEffect(() => {
    if (isSaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isSaved]);
  // Whoever leaves by a link of the panel leaves nothing behind.
  useEffect(() => () => void save(), [save]);

  const forgetCameIn = useCallback(() => setCameIn(null), []);
  return { history, dispatch, state: isSaved && state === 'dirty' ? 'saved' : state, savedAt: server.savedAt, etag: server.etag, problems: server.problems, isSaved, cameIn, forgetCameIn };
}

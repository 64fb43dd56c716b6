import type { DraftSaved, TaskView } from '@reglament/contracts';
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { request } from '../data/http.js';
import { NetworkLost, problemOf } from '../data/problem.js';
import { noteConnection } from '../data/connection.js';
import type { FormData, FormPort } from './form-port.js';
import { forgetLocally, keepLocally, readLocally } from './local-draft.js';

const QUIET_MS = 1_200;
const AWAY_MS = 8_000;

export type DraftState =
  | { readonly type: 'untouched' }
  | { readonly type: 'typing' }
  | { readonly type: 'saving' }
  | { readonly type: 'saved'; readonly at: string }
  | { readonly type: 'offline'; readonly kept: boolean }
  | { readonly type: 'refused'; readonly error: unknown };

export type Drafted = Pick<TaskView, 'id' | 'draft' | 'data'>;

export interface DraftControl {
  readonly initial: FormData;
  readonly state: DraftState;
  readonly conflicts: DraftSaved['conflicts'];
  readonly changed: (data: FormData) => void;
  readonly settleConflicts: () => void;
  /** Nothing is saved any more: the task is done. */
  readonly close: () => void;
}

/**
 * The autosaved draft of a task (decision 12). Every save says from which state it began (`base`, ETag); the server merges field by field
 * and answers with what it holds now, so another device's changes arrive here and nothing is overwritten unseen.
 */
export function useDraft(task: Drafted, owner: string, form: RefObject<FormPort | null>, path = `/tasks/${task.id}/draft`): DraftControl {
  const started = useMemo(() => {
    const base = task.draft?.data ?? task.data;
    return { base, local: readLocally(owner, task.id), etag: task.draft?.etag ?? null };
    // The form is filled once; later reads of the task must not overwrite what is being typed.
  }, [task.id, owner]);
  const [state, setState] = useState<DraftState>(task.draft ? { type: 'saved', at: task.draft.savedAt } : { type: 'untouched' });
  const [conflicts, setConflicts] = useState<DraftSaved['conflicts']>([]);
  const memory = useRef({ etag: started.etag, base: started.local?.base ?? started.base, waiting: null as FormData | null, busy: false, closed: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback(async (): Promise<void> => {
    const held = memory.current;
    if (held.busy || held.closed || held.waiting === null) return;
    const data = held.waiting;
    held.waiting = null;
    held.busy = true;
    setState({ type: 'saving' });
    try {
      const { data: saved } = await request<DraftSaved>(path, { method: 'PUT', body: { data, base: held.base }, etag: held.etag });
      noteConnection('there');
      held.etag = saved.etag;
      held.base = saved.data;
      forgetLocally(owner, task.id);
      // Also while something newer waits: otherwise the next save would put this device's old fields over the other's.
      if (!held.closed) form.current?.merge(data, saved.data);
      if (saved.conflicts.length > 0) setConflicts(saved.conflicts);
      setState({ type: 'saved', at: saved.savedAt });
    } catch (error) {
      held.waiting ??= data;
      const status = problemOf(error)?.status ?? 0;
      if (error instanceof NetworkLost || status >= 500 || status === 401) {
        if (error instanceof NetworkLost) noteConnection('lost');
        setState({ type: 'offline', kept: keepLocally(owner, task.id, { data: held.waiting, base: held.base, at: new Date().toISOString() }) });
        timer.current = setTimeout(() => void save(), AWAY_MS);
      } else {
        keepLocally(owner, task.id, { data: held.waiting, base: held.base, at: new Date().toISOString() });
        held.waiting = null;
        setState({ type: 'refused', error });
      }
    } finally {
      held.busy = false;
    }
    if (held.waiting !== null && !held.closed) timer.current ??= setTimeout(() => void save(), QUIET_MS);
  }, [task.id, owner, form, path]);

  const changed = useCallback((data: FormData) => {
    memory.current.waiting = data;
    setState((now) => (now.type === 'offline' ? now : { type: 'typing' }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => { timer.current = undefined; void save(); }, QUIET_MS);
  }, [save]);

  useEffect(() => {
    const held = memory.current;
    held.closed = false;
    // What was typed without a connection is saved as soon as the task is open again.
    if (started.local) changed(started.local.data);
    const flush = (): void => {
      if (held.waiting !== null && !held.closed) keepLocally(owner, task.id, { data: held.waiting, base: held.base, at: new Date().toISOString() });
    };
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      clearTimeout(timer.current);
      void save();
    };
  }, [started, changed, save, owner, task.id]);

  const close = useCallback(() => {
    memory.current.closed = true;
    clearTimeout(timer.current);
    forgetLocally(owner, task.id);
  }, [owner, task.id]);

  return { initial: started.local?.data ?? started.base, state, conflicts, changed, settleConflicts: useCallback(() => setConflicts([]), []), close };
}

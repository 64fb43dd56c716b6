import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormData } from '../task/form-port.js';
import { forgetLocally, keepLocally, readLocally } from '../task/local-draft.js';

const QUIET_MS = 600;
const NOTHING: FormData = {};

export type StartDraftState = { readonly type: 'untouched' } | { readonly type: 'kept'; readonly at: string } | { readonly type: 'refused' };

export interface StartDraft {
  /** What the form begins with. */
  readonly initial: FormData;
  readonly state: StartDraftState;
  readonly changed: (data: FormData) => void;
  /** Nothing is kept any more: the case has begun, or its author begins anew. */
  readonly forget: () => void;
}

/**
 * What was typed into the form of a case that has not begun. The server knows nothing of such a case, so the draft lies on this device, for
 * its author alone, until the case begins. `form` is the hash of the form: a draft of another version might hold what this one does not show.
 */
export function useStartDraft(owner: string, form: string): StartDraft {
  const place = `start.${form}`;
  const [found] = useState(() => readLocally(owner, place));
  const [initial, setInitial] = useState<FormData>(found?.data ?? NOTHING);
  const [state, setState] = useState<StartDraftState>(found ? { type: 'kept', at: found.at } : { type: 'untouched' });
  const waiting = useRef<FormData | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback((): void => {
    clearTimeout(timer.current);
    if (waiting.current === null) return;
    const at = new Date().toISOString();
    setState(keepLocally(owner, place, { data: waiting.current, base: NOTHING, at }) ? { type: 'kept', at } : { type: 'refused' });
    waiting.current = null;
  }, [owner, place]);

  useEffect(() => {
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [keep]);

  return {
    initial, state,
    changed: useCallback((data: FormData) => {
      waiting.current = data;
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, QUIET_MS);
    }, [keep]),
    forget: useCallback(() => {
      clearTimeout(timer.current);
      waiting.current = null;
      forgetLocally(owner, place);
      setInitial({});
      setState({ type: 'untouched' });
    }, [owner, place]),
  };
}

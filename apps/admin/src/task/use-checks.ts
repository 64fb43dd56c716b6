import type { CheckResult } from '@reglament/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../data/http.js';
import type { FormData } from './form-port.js';

const QUIET_MS = 900;

export interface Checks {
  readonly result: CheckResult | null;
  readonly checking: boolean;
  /** Could not be asked: the server checks again at completion, so nothing is blocked by this. */
  readonly failed: boolean;
  readonly ask: (data: FormData, now?: boolean) => void;
}

/** Asks the server's checks after a pause in typing; only the last answer counts. */
export function useChecks(task: string, active: boolean): Checks {
  const [result, setResult] = useState<CheckResult | null>(null);
  const [checking, setChecking] = useState(false);
  const [failed, setFailed] = useState(false);
  const running = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = useCallback((data: FormData, now = false) => {
    if (!active) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setChecking(true);
      api<CheckResult>(`/tasks/${task}/check`, { method: 'POST', body: { data }, signal: controller.signal }).then(
        (answer) => {
          setResult(answer);
          setFailed(false);
          setChecking(false);
        },
        () => {
          if (controller.signal.aborted) return;
          setFailed(true);
          setChecking(false);
        },
      );
    }, now ? 0 : QUIET_MS);
  }, [task, active]);
  useEffect(() => () => {
    clearTimeout(timer.current);
    running.current?.abort();
  }, []);
  return { result, checking, failed, ask };
}

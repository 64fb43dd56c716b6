import { useMutation } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'react-admin';
import { useRef } from 'react';
import { IntentionKey } from './idempotency.js';
import { NetworkLost } from './problem.js';
import { useErrorText } from './use-error-text.js';
import { useRefresh } from './use-api.js';

const PATIENCE_MS = [800, 2_500, 6_000];
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function persistently<Output>(run: () => Promise<Output>): Promise<Output> {
  for (const wait of PATIENCE_MS) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof NetworkLost)) throw error;
      await pause(wait);
    }
  }
  return run();
}

export interface ActionOptions<Input, Output> {
  /** Paths that are read again afterwards. */
  readonly refresh?: readonly string[];
  readonly done?: string | ((output: Output, input: Input) => string | null);
  readonly onDone?: (output: Output, input: Input) => void;
  /** Return true where the refusal was shown in place; otherwise it is shown as a message. */
  readonly onRefused?: (error: unknown, input: Input) => boolean;
}

/** One intention of a person: repeated under the same idempotency key while the network is away, never sent twice as two. */
export function useAction<Input, Output>(run: (input: Input, key: string) => Promise<Output>, options: ActionOptions<Input, Output> = {}) {
  const notify = useNotify();
  const translate = useTranslate();
  const refresh = useRefresh();
  const errorText = useErrorText();
  const intention = useRef(new IntentionKey());
  return useMutation<Output, Error, Input>({
    mutationFn: async (input) => persistently(() => run(input, intention.current.for(input))),
    onSuccess: async (output, input) => {
      intention.current.settled();
      const message = typeof options.done === 'function' ? options.done(output, input) : options.done ? translate(options.done) : null;
      if (message) notify(message, { type: 'success', messageArgs: { _: message } });
      options.onDone?.(output, input);
      if (options.refresh) await refresh(...options.refresh);
    },
    onError: (error, input) => {
      intention.current.settled(error);
      if (options.onRefused?.(error, input)) return;
      const message = errorText(error);
      notify(message, { type: 'error', messageArgs: { _: message }, autoHideDuration: 10_000 });
    },
  });
}

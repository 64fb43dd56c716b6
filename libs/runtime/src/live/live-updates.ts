import { announce, type Store } from '@reglament/store';
import type { Log } from '../shell.js';

/** What has changed: whoever looks at it reads again. Ids only, so that a channel that everybody hears tells nobody a secret. */
export interface Change { readonly instance: string; readonly parties: readonly string[] }

/** Changes of one interval. `everything`: too many to name, or unknown since the connection was lost meanwhile. */
/** `clock`: business time has jumped, so every date that is shown against it is another one. */
export interface Changes { readonly everything: boolean; readonly clock?: boolean; readonly instances: readonly string[]; readonly parties: readonly string[] }

export interface LiveUpdates {
  /** Tells every process, at most once per interval however much has changed. */
  changed(change: Change): void;
  /** Called with what every process, this one included, has told. Gives back how to stop listening. */
  subscribe(listener: (changes: Changes) => void): () => void;
  /** A message has come, or (null) messages may have been lost. */
  received(payload: string | null): void;
  /** Tells the listeners of this process that business time was moved; call it once this process goes by the new time. */
  clockMoved(): void;
  close(): Promise<void>;
}

export const LIVE_CHANNEL = 'reglament_live';

/** Milliseconds between two messages (decision 25): NOTIFY takes a lock of the whole database at commit. */
const INTERVAL_MS = 50;
/** A NOTIFY carries at most 8000 bytes. */
const MAX_PAYLOAD = 7500;

export function createLiveUpdates(store: Store, log: Log): LiveUpdates {
  const listeners = new Set<(changes: Changes) => void>();
  let instances = new Set<string>();
  let parties = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let sending: Promise<void> = Promise.resolve();

  const send = (): void => {
    timer = null;
    const payload = payloadOf([...instances], [...parties]);
    instances = new Set();
    parties = new Set();
    sending = announce(store, LIVE_CHANNEL, payload).catch((error: unknown) => { log.error('live.failed', { error: String(error) }); });
  };
  return {
    changed(change) {
      instances.add(change.instance);
      for (const party of change.parties) parties.add(party);
      timer ??= setTimeout(send, INTERVAL_MS);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    received(payload) {
      const changes = readPayload(payload);
      for (const listener of listeners) listener(changes);
    },
    clockMoved() {
      for (const listener of listeners) listener({ everything: false, clock: true, instances: [], parties: [] });
    },
    async close() {
      if (timer) {
        clearTimeout(timer);
        send();
      }
      await sending;
    },
  };
}

function payloadOf(instances: readonly string[], parties: readonly string[]): string {
  const payload = JSON.stringify([instances, parties]);
  return Buffer.byteLength(payload) > MAX_PAYLOAD ? '*' : payload;
}

function readPayload(payload: string | null): Changes {
  if (payload === null || payload === '*') return { everything: true, instances: [], parties: [] };
  const [instances, parties] = JSON.parse(payload) as [string[], string[]];
  return { everything: false, instances, parties };
}

import type { DraftSaved } from '@reglament/contracts';
import { equalJson, mergeDraft } from '@reglament/forms';
import type { FormStore } from './store/form-store.js';

type Data = Readonly<Record<string, unknown>>;

/**
 * Saves the draft. `base` is what the last save came back with: the server merges what changed since then on either side (decision 12), and
 * answers with the merged draft. The page adds the ETag and the address.
 */
export type SaveDraft = (data: Data, base: Data) => Promise<DraftSaved>;

export type AutosaveState =
  | { readonly kind: 'clean' } | { readonly kind: 'waiting' } | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string } | { readonly kind: 'failed' };

/** After the last change; at latest so long after the first unsaved one. A failed save is tried again by the clock. */
const QUIET_MS = 1_500;
const MAX_WAIT_MS = 10_000;
const RETRY_MS = 15_000;

/** Keeps a form's draft at the server while it is filled in. One save at a time; what was typed meanwhile is merged over its answer. */
export class Autosave {
  private state: AutosaveState = { kind: 'clean' };
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private firstChange = 0;
  private running: Promise<void> | null = null;

  constructor(private readonly store: FormStore, private readonly save: SaveDraft, private base: Data) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): AutosaveState => this.state;

  changed(): void {
    if (equalJson(this.store.values, this.base)) return;
    const at = performance.now();
    if (this.timer === undefined) this.firstChange = at;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), Math.max(0, Math.min(QUIET_MS, this.firstChange + MAX_WAIT_MS - at)));
    this.set({ kind: 'waiting' });
  }

  /** Saves now what is not saved; before leaving the page and before completing a task. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
    if (equalJson(this.store.values, this.base)) return;
    this.running = this.saveOnce();
    await this.running;
    this.running = null;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async saveOnce(): Promise<void> {
    const sent = this.store.values;
    this.set({ kind: 'saving' });
    try {
      const saved = await this.save(sent, this.base);
      const { merged, conflicts } = mergeDraft(sent, this.store.values, saved.data);
      const reported = saved.conflicts.map(({ pointer, mine, theirs }) => ({ pointer, base: undefined, mine, theirs }));
      this.base = saved.data;
      if (!equalJson(merged, this.store.values) || reported.length > 0) this.store.replace(merged, [...reported, ...conflicts]);
      this.set({ kind: 'saved', at: saved.savedAt });
    } catch {
      this.set({ kind: 'failed' });
      this.timer = setTimeout(() => void this.flush(), RETRY_MS);
    }
  }

  private set(state: AutosaveState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

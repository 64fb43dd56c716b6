interface Entry<Value> { readonly value: Promise<Value>; readonly until: number }

export interface LruOptions {
  /** Entries kept; what was not asked for longest goes first. */
  readonly capacity: number;
  /** Milliseconds after which an entry is made anew. Default: never, for what is immutable. */
  readonly keepFor?: number;
}

/** Values that cost a query. Each is made once, however many ask at the same time, and forgotten when making it fails. */
export class LruCache<Key, Value> {
  private readonly entries = new Map<Key, Entry<Value>>();

  constructor(private readonly options: LruOptions) {}

  get(key: Key, make: (key: Key) => Promise<Value>): Promise<Value> {
    const known = this.entries.get(key);
    if (known && known.until > Date.now()) {
      this.entries.delete(key);
      this.entries.set(key, known);
      return known.value;
    }
    const value = make(key);
    const entry: Entry<Value> = { value, until: Date.now() + (this.options.keepFor ?? Infinity) };
    this.entries.delete(key);
    this.entries.set(key, entry);
    value.catch(() => { if (this.entries.get(key) === entry) this.entries.delete(key); });
    if (this.entries.size > this.options.capacity) this.entries.delete(this.entries.keys().next().value as Key);
    return value;
  }

  clear(): void {
    this.entries.clear();
  }

  get size(): number {
    return this.entries.size;
  }
}

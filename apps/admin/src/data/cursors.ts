/**
 * react-admin counts pages, the server pages by key. For every list (resource, filter, sort, size) this remembers the cursor with which
 * each page begins; going forward or back one page costs one request.
 */
export class CursorBook {
  readonly #lists = new Map<string, Map<number, string>>();

  constructor(private readonly capacity = 50) {}

  /** The nearest known page at or before `page`, with its cursor (null for the first). */
  nearest(list: string, page: number): { readonly page: number; readonly cursor: string | null } {
    const pages = this.#lists.get(list);
    for (let known = page; known > 1; known -= 1) {
      const cursor = pages?.get(known);
      if (cursor !== undefined) return { page: known, cursor };
    }
    return { page: 1, cursor: null };
  }

  remember(list: string, page: number, cursor: string): void {
    const pages = this.#lists.get(list) ?? new Map<number, string>();
    pages.set(page, cursor);
    this.#lists.delete(list);
    this.#lists.set(list, pages);
    if (this.#lists.size > this.capacity) {
      const oldest = this.#lists.keys().next().value;
      if (oldest !== undefined) this.#lists.delete(oldest);
    }
  }
}

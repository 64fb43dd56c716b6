import { useSyncExternalStore } from 'react';
import { useForm } from './form-context.js';
import type { DocumentChoice, FormLookups } from './lookups.js';

/** What a reference is called: parties and documents have the same parts. */
export interface ReferenceName { readonly reference: string; readonly title: string; readonly subtitle?: string }

/**
 * Names of the references that a form shows, asked for in one go: a form with forty executors makes one request, not forty. A name that
 * was picked is known at once.
 */
export class ReferenceNames {
  private readonly known = new Map<string, ReferenceName | null>();
  private readonly wanted = new Set<string>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly lookups: Pick<FormLookups, 'describeParties' | 'describeDocuments'>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The name; null where nobody knows it; undefined while it is asked for. */
  get(reference: string): ReferenceName | null | undefined {
    if (reference !== '' && !this.known.has(reference) && !this.wanted.has(reference)) {
      if (this.wanted.size === 0) queueMicrotask(() => void this.ask());
      this.wanted.add(reference);
    }
    return this.known.get(reference);
  }

  learn(name: ReferenceName): void {
    this.known.set(name.reference, name);
    this.tell();
  }

  private async ask(): Promise<void> {
    const references = [...this.wanted];
    const documents = references.filter((reference) => reference.startsWith('document:'));
    const parties = references.filter((reference) => !reference.startsWith('document:'));
    const found = await Promise.all([named(parties, this.lookups.describeParties), named(documents, this.lookups.describeDocuments)]);
    for (const reference of references) this.known.set(reference, null);
    for (const name of found.flat()) this.known.set(name.reference, name);
    this.wanted.clear();
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** A lookup that fails leaves the references unnamed; the form itself goes on. */
async function named(references: readonly string[], describe: (references: readonly string[]) => Promise<readonly DocumentChoice[]>): Promise<readonly ReferenceName[]> {
  if (references.length === 0) return [];
  try {
    return await describe(references);
  } catch {
    return [];
  }
}

export function useReferenceName(reference: string): ReferenceName | null | undefined {
  const { names } = useForm();
  return useSyncExternalStore(names.subscribe, () => names.get(reference));
}

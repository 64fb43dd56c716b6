import type { FormData } from './form-port.js';

interface LocalDraft {
  readonly data: FormData;
  readonly base: FormData;
  readonly at: string;
}

const key = (owner: string, task: string): string => `reglament.draft.${owner}.${task}`;

/** A copy on this device for as long as the server does not have it; it survives closing the browser and goes once saved. */
export function keepLocally(owner: string, task: string, draft: LocalDraft): boolean {
  try {
    localStorage.setItem(key(owner, task), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forgetLocally(owner: string, task: string): void {
  try {
    localStorage.removeItem(key(owner, task));
  } catch {
    // Nothing was kept.
  }
}

export function readLocally(owner: string, task: string): LocalDraft | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key(owner, task)) ?? 'null');
    return isLocalDraft(value) ? value : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isLocalDraft = (value: unknown): value is LocalDraft => isObject(value) && isObject(value['data']) && isObject(value['base']) && typeof value['at'] === 'string';

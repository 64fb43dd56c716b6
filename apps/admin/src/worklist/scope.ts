import type { TaskScope } from '@reglament/contracts';

export const SCOPES = ['mine', 'available', 'team', 'done'] as const satisfies readonly TaskScope[];

/** What a remembered filter says, or the first tab where it says nothing known. */
export const readScope = (value: unknown): TaskScope => SCOPES.find((scope) => scope === value) ?? 'mine';

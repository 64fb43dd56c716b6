import type { PartyReference } from '@reglament/contracts';

/** By what right a person acts; frozen into history at completion (decision 4). */
export type Right =
  | { readonly kind: 'direct' }
  | { readonly kind: 'substitute'; readonly for: PartyReference; readonly substitution: string };

export const DIRECT: Right = { kind: 'direct' };

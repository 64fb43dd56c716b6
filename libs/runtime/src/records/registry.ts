import type { RegistryDefinition } from '@reglament/contracts';
import type { ConfigurationItem } from '@reglament/store';

/** What is kept of a registry that was published: its definition with the version of the form that judges its records. */
export interface PublishedRegistry { readonly definition: RegistryDefinition; readonly formHash: string }

/** A registry as it is in force. */
export interface Registry extends PublishedRegistry {
  /** Of definition and form together; records say by which they were written. */
  readonly hash: string;
  /** Organisation that owns the definition. */
  readonly owner: string;
}

export function registryIn({ content, hash, organisation }: ConfigurationItem): Registry {
  return { ...(content as PublishedRegistry), hash, owner: organisation };
}

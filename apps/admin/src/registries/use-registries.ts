import type { Page, RegistryRow } from '@reglament/contracts';
import { useApi, useSession } from '../data/use-api.js';

const NONE: readonly RegistryRow[] = [];

/** The registries that the person reads. They come with packages, so they are asked for once in a while. */
export function useRegistries(): readonly RegistryRow[] {
  const session = useSession();
  return useApi<Page<RegistryRow>>(session === null ? null : '/registries', undefined, { staleTime: 300_000 }).data?.items ?? NONE;
}

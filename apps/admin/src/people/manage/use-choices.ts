import type { Choice, OrganisationChoices, OrganisationRow } from '@reglament/contracts';
import { useAll } from '../../data/use-all.js';
import { useApi } from '../../data/use-api.js';

const NONE: OrganisationChoices = { roles: [], positions: [] };

/** Organisations that something may be added to. */
export function useOrganisations(): readonly Choice[] {
  const rows = useAll<OrganisationRow>('/organisations').data ?? [];
  return rows.filter(({ status }) => status === 'active').map(({ id, shortName }) => ({ key: id, title: shortName }));
}

/** Roles and positions of an organisation; none before one is chosen. */
export function useChoices(organisation: string): OrganisationChoices {
  return useApi<OrganisationChoices>(organisation === '' ? null : `/organisations/${organisation}/choices`, undefined, { staleTime: 60_000 }).data ?? NONE;
}

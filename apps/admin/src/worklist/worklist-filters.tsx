import type { DefinitionRow, OrganisationRow, Page, TaskScope } from '@reglament/contracts';
import { DateFilter, SelectFilter, ToggleFilter } from '../common/list/filters.js';
import { useAll } from '../data/use-all.js';
import { useApi, useSession } from '../data/use-api.js';

const RARELY_CHANGES = { staleTime: 300_000 };

export function WorklistFilters({ scope }: { readonly scope: TaskScope }) {
  const may = useSession()?.may ?? [];
  const definitions = useApi<Page<DefinitionRow>>('/process-definitions', { limit: 100 }, RARELY_CHANGES).data?.items ?? [];
  const organisations = useAll<OrganisationRow>(may.includes('seePeople') ? '/organisations' : null).data ?? [];
  return (
    <>
      {scope === 'done' ? null : <ToggleFilter name="overdue" label="worklist.overdueOnly" />}
      {scope === 'done' ? null : <DateFilter name="dueTo" label="worklist.dueTo" />}
      {definitions.length > 1 ? <SelectFilter name="definition" label="worklist.process" choices={definitions.map(({ key, title }) => ({ value: key, label: title }))} width={190} /> : null}
      {organisations.length > 1 ? <SelectFilter name="organisation" label="worklist.organisation" choices={organisations.map(({ id, shortName }) => ({ value: id, label: shortName }))} width={190} /> : null}
    </>
  );
}

import type { RecordRow, RegistryRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router';
import { SearchFilter } from '../common/list/filters.js';
import { ListPage } from '../common/list/list-page.js';
import { NotFoundPage } from '../common/not-found-page.js';
import { Page } from '../common/page.js';
import { Section } from '../common/section.js';
import { ErrorState, RowsSkeleton } from '../common/states.js';
import { problemOf } from '../data/problem.js';
import { useApi } from '../data/use-api.js';
import { ExportButton } from './export-button.js';
import { RecordCard, recordColumns } from './record-columns.js';
import { RecordFilters } from './record-filters.js';
import { RegistryFigures } from './registry-figures.js';

/** The records of one registry that the person reads. */
export default function RegistryPage() {
  const { key = '' } = useParams();
  const translate = useTranslate();
  const query = useApi<RegistryRow>(`/registries/${encodeURIComponent(key)}`);
  const registry = query.data;
  if (!registry && problemOf(query.error)?.status === 404) return <NotFoundPage />;
  if (!registry) return <Page title={translate('registry.title')}><Section>{query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <RowsSkeleton />}</Section></Page>;
  return (
    <Page title={registry.title} above={<Link to="/registries">{translate('menu.registries')}</Link>} below={registry.description}>
      <ListPage<RecordRow>
        key={key}
        resource="records"
        storeKey={`registry.${key}`}
        meta={{ path: `/registries/${encodeURIComponent(key)}/records` }}
        filterDefaults={presets(registry)}
        above={registry.figures ? <RegistryFigures registry={key} /> : null}
        sort={{ field: 'updatedAt', order: 'DESC' }}
        label={registry.title}
        columns={recordColumns(registry)}
        search={<SearchFilter label="registry.search" />}
        filters={<><RecordFilters registry={registry} /><ExportButton registry={key} /></>}
        empty={{ title: 'registry.empty', text: 'registry.emptyText' }}
        card={(row) => <RecordCard registry={registry} row={row} />}
      />
    </Page>
  );
}

/** On which records the list opens: those of the latest season, of the latest year, where the registry says so. */
function presets({ columns }: RegistryRow): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.flatMap(({ field, preset }) => (preset === null ? [] : [[`field.${field}`, preset] as const])));
}

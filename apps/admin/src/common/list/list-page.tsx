import Box from '@mui/material/Box';
import NothingIcon from '@mui/icons-material/SearchOffOutlined';
import LinearProgress from '@mui/material/LinearProgress';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { ListBase, useListContext, useTranslate, type RaRecord } from 'react-admin';
import { ErrorState, RowsSkeleton, StateView } from '../states.js';
import { Section } from '../section.js';
import { CardList } from './card-list.js';
import type { Column } from './column.js';
import { DataTable } from './data-table.js';
import { ClearFilters } from './clear-filters.js';
import { FilterBar } from './filter-bar.js';
import { Pager } from './pager.js';

export interface ListViewProps<R> {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly card: (row: R) => ReactNode;
  readonly search?: ReactNode;
  /** Beside the search; on a phone behind one button, so that the list itself is seen first. */
  readonly filters?: ReactNode;
  readonly empty: { readonly title: string; readonly text?: string; readonly action?: ReactNode; readonly icon?: ReactNode };
  readonly rowActions?: (row: R) => ReactNode;
  readonly linked?: boolean;
  /** Filters that do not make the list "filtered": tabs, a year that is always set. */
  readonly standing?: readonly string[];
}

interface ListPageProps<R> extends ListViewProps<R> {
  readonly resource: string;
  readonly sort?: { readonly field: string; readonly order: 'ASC' | 'DESC' };
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly filterDefaults?: Readonly<Record<string, unknown>>;
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly storeKey?: string;
  readonly above?: ReactNode;
}

/** The list itself shows what went wrong, with a way to try again; a message over it would say the same twice. */
export const shownInPlace = (): void => undefined;

/** A whole list over react-admin's list context: filters, table or cards, paging, and every state between. */
export function ListPage<R extends object>({ resource, sort, filter, filterDefaults, meta, storeKey, above, ...view }: ListPageProps<R>) {
  return (
    <ListBase
      resource={resource}
      perPage={25}
      sort={sort ?? { field: 'id', order: 'ASC' }}
      filter={filter}
      filterDefaultValues={filterDefaults}
      storeKey={storeKey ?? `${resource}.list`}
      queryOptions={{ meta, onError: shownInPlace }}
    >
      {above}
      <ListView {...view} />
    </ListBase>
  );
}

export function ListView<R extends object>({ label, columns, card, search, filters, empty, rowActions, linked = true, standing = [] }: ListViewProps<R>) {
  const translate = useTranslate();
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const { data, error, isPending, isFetching, refetch, sort, setSort, filterValues, setFilters } = useListContext<R & RaRecord>();
  const rows = data as readonly (R & RaRecord)[] | undefined;
  const filtered = Object.keys(filterValues as object).some((name) => !standing.includes(name));
  const rowKey = (row: R): string => String((row as R & RaRecord).id);
  return (
    <>
      <FilterBar search={search} filters={filters} phone={phone} active={Object.keys(filterValues as object).filter((name) => name !== 'q' && !standing.includes(name)).length} />
      <Section flush>
        <Box sx={{ height: 2, mb: '-2px' }}>{isFetching && !isPending ? <LinearProgress sx={{ height: 2 }} aria-label={translate('state.loading')} /> : null}</Box>
        {rows === undefined && error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
        {isPending && !error ? <RowsSkeleton /> : null}
        {rows?.length === 0 ? (
          filtered
            ? <StateView icon={<NothingIcon />} title={translate('list.nothingFound')} text={translate('list.nothingFoundText')} action={<ClearFilters keep={standing} values={filterValues as Record<string, unknown>} set={setFilters} />} />
            : <StateView icon={empty.icon} title={translate(empty.title)} text={empty.text ? translate(empty.text) : undefined} action={empty.action} />
        ) : null}
        {rows && rows.length > 0 ? (
          <Box aria-busy={isFetching} sx={{ opacity: error ? 0.6 : 1 }}>
            {phone ? <CardList label={label} rows={rows} rowKey={rowKey} card={card} /> : (
              <DataTable label={label} rows={rows} rowKey={rowKey} columns={columns} linked={linked} rowActions={rowActions}
                sorting={{ field: sort.field, order: sort.order, change: (field, order) => setSort({ field, order }) }} />
            )}
            <Pager />
          </Box>
        ) : null}
      </Section>
    </>
  );
}

import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import TableSortLabel from '@mui/material/TableSortLabel';
import { useRef, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { TONES } from '../../theme/tone.js';
import { colour } from '../../theme/tokens.js';
import type { Column } from './column.js';
import { useRowKeys } from './use-row-keys.js';

const Table = styled('table')({ width: '100%', borderCollapse: 'collapse', fontSize: '0.8125rem', lineHeight: 1.4 });
const Head = styled('th')({
  position: 'sticky', top: 0, textAlign: 'left', padding: '8px 12px', fontSize: '0.75rem', fontWeight: 500, color: colour.inkSoft,
  background: colour.raised, borderBottom: `1px solid ${colour.line}`, whiteSpace: 'nowrap',
});
const Row = styled('tr')({
  position: 'relative',
  '&:not(:last-of-type) > td': { borderBottom: `1px solid ${colour.line}` },
  '&[data-link]:hover > td': { background: '#f3f8fa' },
  '&[data-stopped] > td': { background: TONES.stopped.tint },
  '&[data-stopped] > td:first-of-type': { boxShadow: `inset 3px 0 ${TONES.stopped.text}` },
  '&:focus-within > td': { background: '#eef6f9' },
});
const Cell = styled('td')({ padding: '9px 12px', verticalAlign: 'top' });

export interface Sorting {
  readonly field: string;
  readonly order: 'ASC' | 'DESC';
  readonly change: (field: string, order: 'ASC' | 'DESC') => void;
}

interface DataTableProps<R> {
  readonly label: string;
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  readonly columns: readonly Column<R>[];
  readonly sorting?: Sorting;
  readonly linked?: boolean;
  /** Rows that stand out because their term has passed; the row says so in words too. */
  readonly stopped?: (row: R) => boolean;
  /** Buttons of a row, over the row's link. */
  readonly rowActions?: (row: R) => ReactNode;
}

/** Compact table of the whole panel: 44 px rows, one link a row, keys j and k. */
export function DataTable<R>({ label, rows, rowKey, columns, sorting, linked = false, stopped, rowActions }: DataTableProps<R>) {
  const translate = useTranslate();
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  // Words of the catalogue are short; those that come with the data may be a question of a form.
  const headOf = (column: Column<R>): ReactNode => (column.heading === undefined ? translate(column.label) : <Box component="span" sx={{ whiteSpace: 'normal' }}>{column.heading}</Box>);
  const from = (column: Column<R>): object => (column.from ? { display: { xs: 'none', [column.from]: 'table-cell' } } : {});
  return (
    <Box sx={{ overflowX: 'auto' }} {...(linked ? {} : { tabIndex: 0, role: 'group', 'aria-label': label })}>
      <Table aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Box component={Head} key={column.key} scope="col" sx={{ ...from(column), width: column.width, textAlign: column.align }} aria-sort={sortState(column.sort, sorting)}>
                {column.sort && sorting ? (
                  <TableSortLabel
                    active={sorting.field === column.sort}
                    direction={sorting.field === column.sort && sorting.order === 'DESC' ? 'desc' : 'asc'}
                    onClick={() => sorting.change(column.sort ?? '', sorting.field === column.sort && sorting.order === 'ASC' ? 'DESC' : 'ASC')}
                  >
                    {headOf(column)}
                  </TableSortLabel>
                ) : headOf(column)}
              </Box>
            ))}
            {rowActions ? <Head scope="col"><span className="visually-hidden">{translate('list.actions')}</span></Head> : null}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <Row key={rowKey(row)} data-link={linked || undefined} data-stopped={stopped?.(row) || undefined}>
              {columns.map((column) => (
                <Box component={Cell} key={column.key} sx={{ ...from(column), textAlign: column.align }}>{column.render(row)}</Box>
              ))}
              {rowActions ? <Cell sx={{ textAlign: 'right', '& > *': { position: 'relative', zIndex: 1 } }}>{rowActions(row)}</Cell> : null}
            </Row>
          ))}
        </tbody>
      </Table>
    </Box>
  );
}

function sortState(field: string | undefined, sorting: Sorting | undefined): 'ascending' | 'descending' | 'none' | undefined {
  if (!field || !sorting) return undefined;
  if (sorting.field !== field) return 'none';
  return sorting.order === 'ASC' ? 'ascending' : 'descending';
}

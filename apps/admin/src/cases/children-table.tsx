import { caseAddress } from '../common/addresses.js';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import type { ChildrenView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import type { Column } from '../common/list/column.js';
import { DataTable } from '../common/list/data-table.js';
import { RowLink } from '../common/list/row-link.js';
import { Moment } from '../common/moment.js';
import { Section } from '../common/section.js';
import { TermLabel } from '../common/term-label.js';
import { ToneChip } from '../theme/tone-chip.js';

type Item = ChildrenView['items'][number];

function ItemState({ item }: { readonly item: Item }) {
  const translate = useTranslate();
  if (item.overdue) return <ToneChip tone="stopped" label={translate('children.overdue')} />;
  if (item.status === 'active') return <ToneChip tone="waiting" label={translate('children.active')} />;
  if (item.status === 'cancelled') return <ToneChip tone="neutral" label={translate('children.cancelled')} />;
  return <ToneChip tone={item.ending?.tone ?? 'success'} label={item.ending?.title ?? translate('children.done')} />;
}

function StateCell({ item }: { readonly item: Item }) {
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  return phone ? null : <ItemState item={item} />;
}

/** On a phone there is no room for a column of its own: the state stands under the name. */
function Title({ item }: { readonly item: Item }) {
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  return (
    <>
      <RowLink to={caseAddress(item.id)}>{item.title ?? (people(item) || String(item.index + 1))}</RowLink>
      {phone ? <Box sx={{ mt: 0.5 }}><ItemState item={item} /></Box> : null}
    </>
  );
}

const people = (item: Item): string => item.performers.map(({ title }) => title).join(', ');

const columns: readonly Column<Item>[] = [
  { key: 'title', label: 'children.item', render: (item) => <Title item={item} /> },
  { key: 'people', label: 'worklist.column.people', from: 'md', width: '28%', render: people },
  { key: 'state', label: 'worklist.column.state', width: 196, from: 'sm', render: (item) => <StateCell item={item} /> },
  { key: 'due', label: 'worklist.column.due', width: 168, render: (item) => (item.endedAt ? <Moment value={item.endedAt} /> : <TermLabel term={item} />) },
];

/** A list that a case runs at once: the acquaintance sheet with its counter, clauses on control with their terms. */
export function ChildrenTable({ view }: { readonly view: ChildrenView }) {
  const translate = useTranslate();
  const done = view.total - view.active;
  // A sheet of people names each once; a list of clauses has people beside them.
  const named = view.items.every((item) => item.title === null || item.title === people(item));
  const counter = translate('children.counter', { done, total: view.total });
  return (
    <Section title={view.title} flush aside={<Box sx={{ fontWeight: 600, fontSize: '0.875rem' }}>{done}/{view.total}</Box>}>
      <LinearProgress variant="determinate" value={view.total === 0 ? 0 : (100 * done) / view.total} aria-label={counter} sx={{ height: 4, bgcolor: '#e3e7ed' }} />
      <DataTable label={`${view.title}: ${counter}`} rows={view.items} rowKey={(item) => item.id} columns={named ? columns.filter(({ key }) => key !== 'people') : columns} stopped={({ overdue }) => overdue} linked />
    </Section>
  );
}

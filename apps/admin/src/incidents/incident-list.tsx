import { caseAddress } from '../common/addresses.js';
import Box from '@mui/material/Box';
import type { IncidentRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import type { Column } from '../common/list/column.js';
import { ListPage } from '../common/list/list-page.js';
import { RowLink } from '../common/list/row-link.js';
import { Moment } from '../common/moment.js';
import { Page } from '../common/page.js';
import { ToneChip } from '../theme/tone-chip.js';
import { LeaveOutButton } from './leave-out-button.js';
import { RetryButton } from './retry-button.js';

function IncidentState({ row }: { readonly row: IncidentRow }) {
  const translate = useTranslate();
  return <ToneChip tone={row.status === 'open' ? 'stopped' : 'success'} label={translate(`incident.${row.status}`)} />;
}

const columns: readonly Column<IncidentRow>[] = [
  { key: 'at', label: 'incident.column.at', width: 140, render: (row) => <Moment value={row.at} /> },
  { key: 'case', label: 'incident.column.case', width: '26%', render: (row) => <><RowLink to={caseAddress(row.instance)}>{row.subject ?? row.nodeTitle}</RowLink><Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{row.nodeTitle}</Box></> },
  { key: 'cause', label: 'incident.column.cause', render: (row) => row.message },
  { key: 'attempts', label: 'incident.column.attempts', width: 90, align: 'right', from: 'md', render: (row) => row.attempts },
  { key: 'status', label: 'case.column.state', width: 130, from: 'sm', render: (row) => <IncidentState row={row} /> },
];

/** What stopped and waits for a person: where, why, and the way to try again. */
export default function IncidentList() {
  const translate = useTranslate();
  const title = translate('menu.incidents');
  return (
    <Page title={title}>
      <ListPage<IncidentRow> resource="incidents" label={title} columns={columns} rowActions={(row) => <><RetryButton row={row} /><LeaveOutButton row={row} /></>} empty={{ title: 'incident.empty', text: 'incident.emptyText' }}
        card={(row) => (
          <Box sx={{ display: 'grid', gap: 0.5 }}>
            <RowLink to={caseAddress(row.instance)}>{row.subject ?? row.nodeTitle}</RowLink>
            <Box sx={{ fontSize: '0.8125rem' }}>{row.message}</Box>
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', fontSize: '0.75rem', color: 'text.secondary' }}><Moment value={row.at} /><IncidentState row={row} /><Box sx={{ flex: 1 }} /><Box sx={{ position: 'relative', zIndex: 1 }}><RetryButton row={row} /><LeaveOutButton row={row} /></Box></Box>
          </Box>
        )} />
    </Page>
  );
}

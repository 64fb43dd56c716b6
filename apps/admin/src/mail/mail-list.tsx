import Box from '@mui/material/Box';
import type { MailRow, MailSummary as Summary } from '@reglament/contracts';
import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { caseAddress } from '../common/addresses.js';
import type { Column } from '../common/list/column.js';
import { SelectFilter } from '../common/list/filters.js';
import { ListPage } from '../common/list/list-page.js';
import { RowLink } from '../common/list/row-link.js';
import { Moment } from '../common/moment.js';
import { Page } from '../common/page.js';
import { useApi, useRefresh } from '../data/use-api.js';
import { MailState } from './mail-state.js';
import { MailSummary } from './mail-summary.js';
import { RetryMail } from './retry-mail.js';

const RENEW_MS = 10_000;
const STATES = ['waiting', 'sent', 'failed'] as const;

function Title({ row }: { readonly row: MailRow }) {
  return row.instance === null ? <>{row.title}</> : <RowLink to={caseAddress(row.instance)}>{row.title}</RowLink>;
}

function Address({ row }: { readonly row: MailRow }) {
  const translate = useTranslate();
  return <>{row.address ?? translate('mail.noAddress')}</>;
}

const small = { fontSize: '0.75rem', color: 'text.secondary' } as const;

function Answer({ row }: { readonly row: MailRow }) {
  const translate = useTranslate();
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      {row.answer}
      {row.attempts > 1 ? <Box sx={small}>{translate('mail.attempts', { count: row.attempts })}</Box> : null}
      {row.nextAt !== null && row.attempts > 0 ? <Box sx={small}>{translate('mail.nextAt')}: <Moment value={row.nextAt} /></Box> : null}
    </Box>
  );
}

const columns: readonly Column<MailRow>[] = [
  { key: 'title', label: 'mail.column.title', width: '20%', render: (row) => <Title row={row} /> },
  { key: 'at', label: 'mail.column.at', width: 140, from: 'md', render: (row) => <Moment value={row.createdAt} /> },
  { key: 'address', label: 'mail.column.address', width: '16%', render: (row) => <Address row={row} /> },
  { key: 'state', label: 'mail.column.state', width: 150, render: (row) => <MailState state={row.state} /> },
  { key: 'answer', label: 'mail.column.answer', from: 'md', render: (row) => <Answer row={row} /> },
];

/** The queue of mails: what waits, what went out, what did not and why. */
export default function MailList() {
  const translate = useTranslate();
  const title = translate('menu.mail');
  const refresh = useRefresh();
  const summary = useApi<Summary>('/mail/summary', undefined, { refetchInterval: RENEW_MS }).data;
  const counts = summary ? `${summary.waiting} ${summary.sent} ${summary.failed}` : '';
  // The counts are asked for again and again; the list only when they say that something has happened.
  useEffect(() => {
    if (counts !== '') void refresh('/mail');
  }, [counts, refresh]);
  return (
    <Page title={title}>
      {summary ? <MailSummary summary={summary} /> : null}
      <ListPage<MailRow> resource="mail" label={title} columns={columns} rowActions={(row) => <RetryMail row={row} />} empty={{ title: 'mail.nothing', text: 'mail.nothingText' }}
        filters={<SelectFilter name="state" label="mail.column.state" choices={STATES.map((state) => ({ value: state, label: translate(`mail.${state}`) }))} />}
        card={(row) => (
          <Box sx={{ display: 'grid', gap: 0.5 }}>
            <Title row={row} />
            <Box sx={{ fontSize: '0.8125rem' }}><Address row={row} /></Box>
            {row.answer ? <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}><Answer row={row} /></Box> : null}
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', fontSize: '0.75rem', color: 'text.secondary' }}><Moment value={row.createdAt} /><MailState state={row.state} /><Box sx={{ flex: 1 }} /><Box sx={{ position: 'relative', zIndex: 1 }}><RetryMail row={row} /></Box></Box>
          </Box>
        )} />
    </Page>
  );
}

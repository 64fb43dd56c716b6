import { AUDIT_ACTIONS, textIn, type AuditRow } from '@reglament/contracts';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { Column } from '../common/list/column.js';
import { SearchFilter, SelectFilter, ToggleFilter } from '../common/list/filters.js';
import { ListPage } from '../common/list/list-page.js';
import { Moment } from '../common/moment.js';
import { Page } from '../common/page.js';
import { useLanguage } from '../common/use-language.js';
import { AuditFact } from './audit-fact.js';

const columns: readonly Column<AuditRow>[] = [
  { key: 'at', label: 'audit.at', width: 150, render: (row) => <Moment value={row.at} /> },
  { key: 'actor', label: 'audit.actor', width: '24%', render: (row) => row.actor?.title ?? '—' },
  { key: 'text', label: 'audit.text', render: (row) => <AuditFact row={row} /> },
];

function AuditFilters() {
  const language = useLanguage();
  const choices = Object.entries(AUDIT_ACTIONS).map(([value, text]) => ({ value, label: textIn(text, language) }));
  return (
    <>
      <SelectFilter name="action" label="audit.action" width={240} choices={choices} />
      <ToggleFilter name="signIns" label="audit.signIns" />
    </>
  );
}

export default function AuditList() {
  const translate = useTranslate();
  const title = translate('menu.audit');
  return (
    <Page title={title}>
      <ListPage<AuditRow> resource="audit" label={title} columns={columns} linked={false} search={<SearchFilter label="audit.search" />} filters={<AuditFilters />} empty={{ title: 'audit.empty' }}
        card={(row) => <Box><AuditFact row={row} /><Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}><Moment value={row.at} /> · {row.actor?.title ?? translate('history.system')}</Box></Box>} />
    </Page>
  );
}

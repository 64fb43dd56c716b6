import Box from '@mui/material/Box';
import type { PlannedCase } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import type { Column } from '../common/list/column.js';
import { DataTable } from '../common/list/data-table.js';
import { Link } from 'react-router';
import { ToneChip } from '../theme/tone-chip.js';

const TONE = { safe: 'success', choice: 'attention', blocked: 'stopped' } as const;

/** Case by case: whether it can be moved, and why not. */
export function PlannedCases({ cases }: { readonly cases: readonly PlannedCase[] }) {
  const translate = useTranslate();
  const columns: readonly Column<PlannedCase>[] = [
    { key: 'case', label: 'migration.column.case', render: (row) => <Link to={`/process-instances/${row.id}`}>{[row.businessKey, row.subject].filter(Boolean).join(' · ') || translate('migration.unnamed')}</Link> },
    {
      key: 'verdict', label: 'migration.column.verdict', render: (row) => (
        <Box sx={{ display: 'grid', gap: 0.5, justifyItems: 'start' }}>
          <ToneChip tone={TONE[row.verdict]} label={translate(`migration.verdict.${row.verdict}`)} />
          {row.reasons.map(({ text }) => <span key={text}>{text}</span>)}
        </Box>
      ),
    },
  ];
  return <DataTable label={translate('migration.cases')} rows={cases} rowKey={({ id }) => id} columns={columns} />;
}

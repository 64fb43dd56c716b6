import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import type { DocumentFieldView, RecordView, RecordWriteView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router';
import { Facts } from '../common/facts.js';
import type { Column } from '../common/list/column.js';
import { DataTable } from '../common/list/data-table.js';
import { Moment } from '../common/moment.js';
import { Page } from '../common/page.js';
import { Section } from '../common/section.js';
import { ErrorState, RowsSkeleton } from '../common/states.js';
import { formLookups } from '../data/form-lookups.js';
import { useApi } from '../data/use-api.js';

/** One record in the words of its form, and the cases that it comes from. */
export default function RecordPage() {
  const { key = '', id = '' } = useParams();
  const translate = useTranslate();
  const query = useApi<RecordView>(`/registries/${encodeURIComponent(key)}/records/${encodeURIComponent(id)}`);
  const record = query.data;
  if (!record) return <Page title={translate('record.title')}><Section>{query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <RowsSkeleton rows={8} />}</Section></Page>;
  return (
    <Page
      title={record.title}
      above={<><Link to="/registries">{translate('menu.registries')}</Link> · <Link to={`/registries/${encodeURIComponent(key)}`}>{record.registry.title}</Link></>}
      below={record.organisation.title}
    >
      {record.erased ? <Alert severity="info" sx={{ mb: 2 }}>{translate('record.erased')}</Alert> : (
        <Section title={translate('record.says')}>
          <Facts columns={2} facts={record.fields.map((field) => ({ label: field.label, value: <FieldValue field={field} /> }))} />
        </Section>
      )}
      <Section title={translate('record.facts')}>
        <Facts columns={2} facts={[
          { label: translate('record.created'), value: <Moment value={record.createdAt} /> },
          { label: translate('record.changed'), value: <Moment value={record.updatedAt} /> },
          { label: translate('record.changes'), value: record.version },
        ]} />
      </Section>
      <Section title={translate('record.writes')} flush>
        <DataTable label={translate('record.writes')} rows={record.writes} rowKey={(row) => String(row.version)} columns={writeColumns(translate('record.otherCase'), translate('record.initial'))} />
      </Section>
    </Page>
  );
}

function writeColumns(otherCase: string, initial: string): readonly Column<RecordWriteView>[] {
  return [
    { key: 'case', label: 'record.case', render: (row) => (row.case === null ? <Box sx={{ color: 'text.secondary' }}>{row.initial ? initial : otherCase}</Box> : <Link to={`/process-instances/${row.case.id}`}>{row.case.title}</Link>) },
    { key: 'step', label: 'record.step', width: '30%', from: 'sm', render: (row) => row.step },
    { key: 'at', label: 'record.at', width: 170, render: (row) => <Moment value={row.at} /> },
    { key: 'version', label: 'record.version', width: 90, align: 'right', from: 'sm', render: (row) => row.version },
  ];
}

function FieldValue({ field: { text, files } }: { readonly field: DocumentFieldView }) {
  if (files === undefined) return <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Box>;
  return files.map(({ id, name }) => <Box key={id}><MuiLink href={formLookups.fileUrl(id)} target="_blank" rel="noopener">{name}</MuiLink></Box>);
}

import DownloadIcon from '@mui/icons-material/DownloadOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { SummaryVersion, SummaryView } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { csv, saveFile } from '../common/csv.js';
import { formatDateTime } from '../common/dates.js';
import { QueryView } from '../common/query-view.js';
import { Section } from '../common/section.js';
import { SelectBox } from '../common/select-box.js';
import { useLanguage } from '../common/use-language.js';
import { useApi } from '../data/use-api.js';
import { csvRows, CSV_COLUMNS } from './figures.js';
import { FiguresTable } from './figures-table.js';
import { RespondentMap } from './respondent-map.js';

/** «Свод» of a case: who has answered, and what all answers come to, version by version. */
export default function SummaryTab({ instance }: { readonly instance: string }) {
  const query = useApi<readonly SummaryView[]>(`/process-instances/${instance}/summaries`);
  return <QueryView query={query} rows={8}>{(views) => views.map((view) => <Summary key={view.node} instance={instance} view={view} />)}</QueryView>;
}

function Summary({ instance, view }: { readonly instance: string; readonly view: SummaryView }) {
  const translate = useTranslate();
  return (
    <>
      <RespondentMap view={view} />
      {view.versions.length === 0 ? <Section title={translate('summary.table')}>{translate('summary.none')}</Section> : <Figures instance={instance} view={view} />}
    </>
  );
}

function Figures({ instance, view: { node, versions } }: { readonly instance: string; readonly view: SummaryView }) {
  const translate = useTranslate();
  const language = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const latest = versions.at(-1) as SummaryVersion;
  const version = versions.find((each) => String(each.version) === chosen) ?? latest;
  const named = ({ version: number, at }: SummaryVersion): string => translate('summary.versionOf', { version: number, at: formatDateTime(at, language) });
  const save = (): void => {
    const head = CSV_COLUMNS.map((name) => translate(`summary.csv.${name}`));
    saveFile(`${translate('summary.table')} ${version.version}.csv`, csv(head, csvRows(version.indicators, language)));
  };
  return (
    <Section title={translate('summary.table')} flush aside={<Button size="small" startIcon={<DownloadIcon />} onClick={save}>{translate('summary.export')}</Button>}>
      <Box sx={{ p: 2, pb: 1, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Box sx={{ width: 300, maxWidth: '100%' }}>
          <SelectBox label={translate('summary.version')} value={String(version.version)} choices={[...versions].reverse().map((each) => ({ key: String(each.version), title: named(each) }))} onChange={setChosen} />
        </Box>
        <Box sx={{ fontSize: '0.8125rem' }}>{translate('summary.coverage', { done: version.coverage.accepted, total: version.coverage.asked - version.coverage.excluded, late: version.coverage.late })}</Box>
      </Box>
      {version.reason ? <Alert severity="info" sx={{ mx: 2, mb: 1 }}>{translate('summary.reason', { reason: version.reason })}</Alert> : null}
      {version === latest ? null : <Alert severity="warning" sx={{ mx: 2, mb: 1 }}>{translate('summary.older')}</Alert>}
      <FiguresTable instance={instance} node={node} version={version} />
    </Section>
  );
}

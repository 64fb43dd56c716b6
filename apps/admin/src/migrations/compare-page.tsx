import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { DefinitionVersionRow, VersionComparison } from '@reglament/contracts';
import { useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useParams, useSearchParams } from 'react-router';
import { Page } from '../common/page.js';
import { QueryView } from '../common/query-view.js';
import { Section } from '../common/section.js';
import { SelectBox } from '../common/select-box.js';
import { useApi, useSession } from '../data/use-api.js';
import { ProcessDiagram } from '../definitions/process-diagram.js';
import { marksOf } from './marks.js';
import { MigrationSection } from './migration-section.js';

/** Two versions of a process side by side, and the cases that may be moved from one to the other. */
export default function ComparePage() {
  const { key = '' } = useParams();
  const translate = useTranslate();
  const session = useSession();
  const [search, setSearch] = useSearchParams();
  const base = `/process-definitions/${encodeURIComponent(key)}`;
  const versions = useApi<readonly DefinitionVersionRow[]>(`${base}/versions`);
  const known = versions.data ?? [];
  const [newest, previous] = known.map(({ version }) => version).sort((a, b) => b - a);
  const from = Number(search.get('from')) || previous || 0;
  const to = Number(search.get('to')) || newest || 0;
  const ready = from > 0 && to > 0 && from !== to;
  const comparison = useApi<VersionComparison>(ready ? `${base}/comparison` : null, { from, to });
  const choices = known.map(({ version, activeInstances }) => ({ key: String(version), title: translate('migration.version', { version, cases: activeInstances }) }));
  const choose = (name: 'from' | 'to') => (version: string): void => { setSearch({ from: String(from), to: String(to), [name]: version }, { replace: true }); };
  return (
    <Page title={translate('migration.compare')} above={<Link to={base}>{translate('migration.back')}</Link>}>
      <Section>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, maxWidth: 720 }}>
          <SelectBox label={translate('migration.from')} value={String(from)} choices={choices} onChange={choose('from')} />
          <SelectBox label={translate('migration.to')} value={String(to)} choices={choices} onChange={choose('to')} />
        </Box>
        {known.length > 0 && !ready ? <Box component="p" sx={{ mb: 0 }}>{translate(known.length < 2 ? 'migration.one' : 'migration.same')}</Box> : null}
      </Section>
      {ready ? <QueryView query={comparison} rows={6}>{(found) => <Compared comparison={found} />}</QueryView> : null}
      {ready && session?.may.includes('manageCases') ? <MigrationSection key={`${from} ${to}`} base={base} from={from} to={to} /> : null}
    </Page>
  );
}

function Compared({ comparison }: { readonly comparison: VersionComparison }) {
  const translate = useTranslate();
  const [side, setSide] = useState<'before' | 'after'>('after');
  const marks = useMemo(() => marksOf(comparison, side), [comparison, side]);
  const { changes } = comparison;
  return (
    <>
      <Section title={translate('migration.changes', { count: changes.length })}>
        {changes.length === 0 ? <Box component="p" sx={{ m: 0 }}>{translate('migration.none')}</Box> : (
          <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.75 }}>{changes.map(({ text }, i) => <li key={`${i} ${text}`}>{text}</li>)}</Box>
        )}
      </Section>
      <Section title={translate('migration.map')} flush>
        <Box sx={{ p: 1.5, pb: 0 }}>
          <ToggleButtonGroup exclusive size="small" value={side} onChange={(_event, next: 'before' | 'after' | null) => setSide(next ?? side)} aria-label={translate('migration.side')}>
            <ToggleButton value="before">{translate('migration.before', { version: comparison.from })}</ToggleButton>
            <ToggleButton value="after">{translate('migration.after', { version: comparison.to })}</ToggleButton>
          </ToggleButtonGroup>
        </Box>
        <ProcessDiagram diagram={comparison[side]} marks={marks} />
      </Section>
    </>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { FormPageView, FormUsage, FormVersionRow } from '@reglament/contracts';
import { Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router';
import { DataTable } from '../common/list/data-table.js';
import type { Column } from '../common/list/column.js';
import { Moment } from '../common/moment.js';
import { NotFoundPage } from '../common/not-found-page.js';
import { Page } from '../common/page.js';
import { Section } from '../common/section.js';
import { ErrorState, RowsSkeleton, StateView } from '../common/states.js';
import { problemOf } from '../data/problem.js';
import { useApi } from '../data/use-api.js';
import { FormSlot } from '../task/form-slot.js';
import { ToneChip } from '../theme/tone-chip.js';
import { FormAnswers } from './form-answers.js';
import { FormState } from './form-state.js';
import { HandOutDialog } from './hand-out-dialog.js';
import { HandOuts } from './hand-outs.js';
import { VersionChanges } from './version-changes.js';

const TABS = ['answers', 'look', 'versions', 'used'] as const;

/** One form: what was answered, how it looks, its versions, and what shows it. */
export default function FormPage() {
  const { key = '' } = useParams();
  const translate = useTranslate();
  const base = `/form-definitions/${encodeURIComponent(key)}`;
  const query = useApi<FormPageView>(base);
  const [tab, setTab] = useState<(typeof TABS)[number]>('answers');
  const [giving, setGiving] = useState(false);
  const page = query.data;
  if (!page && problemOf(query.error)?.status === 404) return <NotFoundPage />;
  if (!page) return <Page title={translate('builder.title')}><Section>{query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <RowsSkeleton />}</Section></Page>;
  const { row, mayManage } = page;
  const actions = mayManage ? (
    <>
      <Button variant="outlined" component={Link} to={`/forms/${encodeURIComponent(key)}/edit`}>{translate(row.draft ? 'forms.goOn' : 'forms.edit')}</Button>
      <Button variant="contained" disabled={row.version === null} onClick={() => setGiving(true)}>{translate('forms.handOut')}</Button>
    </>
  ) : undefined;
  return (
    <Page title={row.title} above={<Link to="/forms">{translate('menu.forms')}</Link>} badge={<FormState row={row} />} below={row.description} actions={actions}>
      <Tabs value={tab} onChange={(_event, next: (typeof TABS)[number]) => setTab(next)} variant="scrollable" allowScrollButtonsMobile aria-label={row.title} sx={{ mb: 2 }}>
        {TABS.map((each) => <Tab key={each} value={each} id={`form-tab-${each}`} aria-controls={`form-panel-${each}`} label={translate(`forms.tab.${each}`)} />)}
      </Tabs>
      <Box role="tabpanel" id={`form-panel-${tab}`} aria-labelledby={`form-tab-${tab}`}>
        {tab === 'answers' ? <><HandOuts form={key} /><FormAnswers form={key} published={row.version !== null} /></> : null}
        {tab === 'look' ? row.hash ? <Suspense fallback={<RowsSkeleton rows={5} />}><FormSlot hash={row.hash} data={{}} readOnly={false} /></Suspense> : <Section><StateView title={translate('forms.notPublished')} /></Section> : null}
        {tab === 'versions' ? <Versions versions={page.versions} /> : null}
        {tab === 'used' ? <Used usages={page.usages} /> : null}
      </Box>
      {giving ? <HandOutDialog form={key} title={row.title} onClose={() => setGiving(false)} /> : null}
    </Page>
  );
}

function Versions({ versions }: { readonly versions: readonly FormVersionRow[] }) {
  const translate = useTranslate();
  const columns: readonly Column<FormVersionRow>[] = [
    { key: 'version', label: 'definition.column.version', width: 180, render: (one) => <>{one.version} {one.current ? <ToneChip tone="success" label={translate('definition.current')} /> : null}</> },
    { key: 'published', label: 'definition.column.published', width: 180, render: (one) => <Moment value={one.publishedAt} /> },
    { key: 'by', label: 'definition.column.by', from: 'sm', render: (one) => one.publishedBy?.title ?? translate('definition.fromPackage') },
    { key: 'changes', label: 'forms.column.changes', render: (one) => <VersionChanges after={one} before={versions[versions.indexOf(one) + 1] ?? null} /> },
  ];
  if (versions.length === 0) return <Section><StateView title={translate('forms.notPublished')} /></Section>;
  return <Section flush><DataTable label={translate('forms.tab.versions')} rows={versions} rowKey={(one) => one.hash} columns={columns} /></Section>;
}

function Used({ usages }: { readonly usages: readonly FormUsage[] }) {
  const translate = useTranslate();
  const columns: readonly Column<FormUsage>[] = [
    { key: 'title', label: 'forms.column.where', render: (one) => <Link to={one.kind === 'process' ? `/process-definitions/${encodeURIComponent(one.key)}` : `/registries/${encodeURIComponent(one.key)}`}>{one.title}</Link> },
    { key: 'kind', label: 'forms.column.kind', width: 160, from: 'sm', render: (one) => translate(`forms.kind.${one.kind}`) },
    { key: 'version', label: 'forms.column.formVersion', width: 260, render: (one) => <>{one.formVersion ?? '—'} {one.current ? null : <ToneChip tone="attention" label={translate('forms.olderVersion')} />}</> },
  ];
  if (usages.length === 0) return <Section><StateView title={translate('forms.usedNowhere')} text={translate('forms.usedNowhereText')} /></Section>;
  return <Section flush><DataTable label={translate('forms.tab.used')} rows={usages} rowKey={(one) => `${one.kind}:${one.key}`} columns={columns} /></Section>;
}

import Box from '@mui/material/Box';
import type { DefinitionRow, DefinitionVersionRow, DiagramView } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router';
import { DataTable } from '../common/list/data-table.js';
import type { Column } from '../common/list/column.js';
import { Moment } from '../common/moment.js';
import { Page } from '../common/page.js';
import { QueryView } from '../common/query-view.js';
import { Section } from '../common/section.js';
import { useApi } from '../data/use-api.js';
import { ToneChip } from '../theme/tone-chip.js';
import { ProcessDiagram } from './process-diagram.js';
import Button from '@mui/material/Button';

interface DefinitionView {
  readonly row: Pick<DefinitionRow, 'version' | 'publishedAt'>;
  readonly diagram: DiagramView;
  readonly definition: { readonly title: string | { readonly ru: string; readonly en: string } };
}

/** One process: its map in the chosen version, and its versions with the cases that still run on them. */
export default function DefinitionPage() {
  const { key = '' } = useParams();
  const translate = useTranslate();
  const base = `/process-definitions/${encodeURIComponent(key)}`;
  const versions = useApi<readonly DefinitionVersionRow[]>(`${base}/versions`);
  const list = useApi<{ readonly items: readonly DefinitionRow[] }>('/process-definitions', { limit: 100 });
  const row = list.data?.items.find((one) => one.key === key);
  const newest = Math.max(0, ...(versions.data?.map(({ version }) => version) ?? []));
  const [chosen, setChosen] = useState<number | null>(null);
  const version = chosen ?? newest;
  const view = useApi<DefinitionView>(version > 0 ? `${base}/versions/${version}` : null);
  const columns: readonly Column<DefinitionVersionRow>[] = [
    { key: 'version', label: 'definition.column.version', width: 150, render: (one) => <>{one.version} {one.version === newest ? <ToneChip tone="success" label={translate('definition.current')} /> : null}</> },
    { key: 'published', label: 'definition.column.published', render: (one) => <Moment value={one.publishedAt} /> },
    { key: 'by', label: 'definition.column.by', from: 'sm', render: (one) => one.publishedBy?.title ?? translate('definition.fromPackage') },
    { key: 'active', label: 'definition.column.active', align: 'right', width: 140, render: (one) => one.activeInstances },
    { key: 'show', label: 'list.actions', width: 120, render: (one) => <Button size="small" disabled={one.version === version} onClick={() => setChosen(one.version)}>{translate('definition.show')}</Button> },
  ];
  return (
    <Page title={row?.title ?? translate('definition.title')} above={<Link to="/process-definitions">{translate('menu.definitions')}</Link>} below={row?.description}>
      {row?.beginnings.map(({ text, next }) => (
        <Box key={text} sx={{ fontSize: '0.8125rem' }}>{text}{next ? <> · {translate('definition.next')} <Moment value={next} /></> : null}</Box>
      ))}
      <Section title={version > 0 ? translate('definition.map', { version }) : translate('definition.title')} flush>
        <QueryView query={view} rows={8}>{({ diagram }) => <ProcessDiagram diagram={diagram} />}</QueryView>
      </Section>
      <Section title={translate('definition.versions')} flush aside={(versions.data?.length ?? 0) > 1 ? <Link to={`${base}/compare`}>{translate('migration.compareVerb')}</Link> : null}>
        <QueryView query={versions}>{(rows) => <DataTable label={translate('definition.versions')} rows={rows} rowKey={(one) => String(one.version)} columns={columns} />}</QueryView>
      </Section>
      {row?.package ? <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{translate('definition.package', { name: row.package })}</Box> : null}
    </Page>
  );
}

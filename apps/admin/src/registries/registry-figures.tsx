import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { RegistryFigures as Figures } from '@reglament/contracts';
import { useListContext, useTranslate } from 'react-admin';
import { QueryView } from '../common/query-view.js';
import { Section } from '../common/section.js';
import { API, withQuery, type Query } from '../data/http.js';
import { useApi } from '../data/use-api.js';
import { colour } from '../theme/tokens.js';
import { FigureGroups } from './figure-groups.js';
import { FigureTile } from './figure-tile.js';
import { useChosenFigure } from './use-chosen-figure.js';

/** What the registry counts over the records that the list's conditions leave. A press shows the records behind a figure in the list below. */
export function RegistryFigures({ registry }: { readonly registry: string }) {
  const translate = useTranslate();
  const { figure: _figure, group: _group, ...conditions } = useListContext().filterValues as Query;
  const path = `/registries/${encodeURIComponent(registry)}/figures`;
  const query = useApi<Figures>(path, conditions, { keep: true });
  const save = (
    <Button size="small" startIcon={<DownloadIcon />} href={withQuery(`${API}${path}.csv`, conditions)} download aria-label={translate('registry.figures.exportAll')} className="no-print">
      {translate('registry.figures.export')}
    </Button>
  );
  return (
    <Section title={translate('registry.figures.title')} aside={save} flush>
      <Box aria-busy={query.isFetching} sx={{ opacity: query.isPlaceholderData ? 0.6 : 1 }}>
        <QueryView query={query} rows={2}>{(answer) => <FiguresOf answer={answer} />}</QueryView>
      </Box>
    </Section>
  );
}

function FiguresOf({ answer: { figures } }: { readonly answer: Figures }) {
  const translate = useTranslate();
  const { chosen, choose } = useChosenFigure();
  const tiles = figures.filter(({ type }) => type !== 'groups');
  const shown = figures.find(({ key }) => key === chosen?.figure);
  const group = shown?.type === 'groups' ? shown.groups.find(({ value }) => value === chosen?.group)?.title : undefined;
  return (
    <>
      <Box component="ul" aria-label={translate('registry.figures.title')} sx={{ listStyle: 'none', m: 0, p: { xs: 1.5, sm: 2 }, display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(auto-fit, minmax(190px, 1fr))' } }}>
        {tiles.map((figure) => <Box component="li" key={figure.key} sx={{ display: 'grid', minWidth: 0 }}><FigureTile figure={figure} /></Box>)}
      </Box>
      {figures.map((figure) => (figure.type === 'groups' ? <FigureGroups key={figure.key} figure={figure} /> : null))}
      <Box role="status">
        {shown ? (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 2, py: 1, borderTop: `1px solid ${colour.line}`, bgcolor: colour.brandTint, fontSize: '0.8125rem' }}>
            <span>{translate('registry.figures.shown', { title: group === undefined ? shown.title : `${shown.title}: ${group}` })}</span>
            <Button size="small" onClick={() => choose(null)}>{translate('registry.figures.all')}</Button>
          </Box>
        ) : null}
      </Box>
    </>
  );
}

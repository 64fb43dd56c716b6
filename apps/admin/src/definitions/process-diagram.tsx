import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import type { DiagramView } from '@reglament/contracts';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { RowsSkeleton } from '../common/states.js';
import { ToneChip } from '../theme/tone-chip.js';
import { colour } from '../theme/tokens.js';
import { DiagramList } from './diagram-list.js';
import { scopesOf } from './scopes.js';
import type { NodeMarks } from './shapes.js';

const DiagramCanvas = lazy(() => import('./diagram-canvas.js'));

/** The map of a process: drawn plane by plane, or as a list that a screen reader and a phone can follow. */
export function ProcessDiagram({ diagram, live = false, marks }: { readonly diagram: DiagramView; readonly live?: boolean; readonly marks?: NodeMarks }) {
  const translate = useTranslate();
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const [chosen, setChosen] = useState<'map' | 'list' | null>(null);
  const scopes = useMemo(() => scopesOf(diagram), [diagram]);
  const view = chosen ?? (phone ? 'list' : 'map');
  return (
    <Box>
      <Box sx={{ p: 1.5, pb: 0.5 }}>
        <ToggleButtonGroup exclusive size="small" value={view} onChange={(_event, next: 'map' | 'list' | null) => setChosen(next ?? view)} aria-label={translate('diagram.view')}>
          <ToggleButton value="map">{translate('diagram.map')}</ToggleButton>
          <ToggleButton value="list">{translate('diagram.list')}</ToggleButton>
        </ToggleButtonGroup>
      </Box>
      {scopes.map((scope) => (
        <Box component="section" key={scope.key ?? ''} aria-label={scope.title || translate('diagram.whole')} sx={{ borderTop: scope.key === null ? 0 : `1px solid ${colour.line}` }}>
          {scope.key === null ? null : (
            <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, px: 2, pt: 1.5 }}>
              <Box component={live ? 'h2' : 'h3'} sx={{ m: 0, fontSize: '0.9375rem', fontWeight: 600 }}>{scope.title}</Box>
              {live && scope.active ? <ToneChip tone="progress" label={translate('diagram.active')} /> : null}
            </Box>
          )}
          {view === 'map' ? <Suspense fallback={<RowsSkeleton rows={4} />}><DiagramCanvas diagram={scope.diagram} title={scope.title} marks={marks} /></Suspense> : <DiagramList diagram={scope.diagram} live={live} marks={marks} />}
        </Box>
      ))}
    </Box>
  );
}

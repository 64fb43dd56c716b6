import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import type { DiagramView } from '@reglament/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { RowsSkeleton } from '../common/states.js';
import { DiagramList } from './diagram-list.js';

const DiagramCanvas = lazy(() => import('./diagram-canvas.js'));

/** The map of a process: drawn, or as a list that a screen reader and a phone can follow. */
export function ProcessDiagram({ diagram, live = false }: { readonly diagram: DiagramView; readonly live?: boolean }) {
  const translate = useTranslate();
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const [chosen, setChosen] = useState<'map' | 'list' | null>(null);
  const view = chosen ?? (phone ? 'list' : 'map');
  return (
    <Box>
      <Box sx={{ p: 1.5, pb: 0 }}>
        <ToggleButtonGroup exclusive size="small" value={view} onChange={(_event, next: 'map' | 'list' | null) => setChosen(next ?? view)} aria-label={translate('diagram.view')}>
          <ToggleButton value="map">{translate('diagram.map')}</ToggleButton>
          <ToggleButton value="list">{translate('diagram.list')}</ToggleButton>
        </ToggleButtonGroup>
      </Box>
      {view === 'map' ? <Suspense fallback={<RowsSkeleton rows={8} />}><DiagramCanvas diagram={diagram} /></Suspense> : <DiagramList diagram={diagram} live={live} />}
    </Box>
  );
}

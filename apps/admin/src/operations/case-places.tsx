import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { CaseManagement, CasePlace } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { colour } from '../theme/tokens.js';
import { MoveDialog } from './move-dialog.js';
import { cancelOf, startOf, type PlannedChange } from './planned-change.js';

/** Where the case stands, each place with what may be done to it. */
export function CasePlaces({ management: { places, starts }, onAdd }: { readonly management: CaseManagement; readonly onAdd: (...changes: readonly PlannedChange[]) => void }) {
  const translate = useTranslate();
  const [moving, setMoving] = useState<CasePlace | null>(null);
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {places.map((place) => (
        <Box component="li" key={place.token} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 2, py: 1, '&:not(:last-of-type)': { borderBottom: `1px solid ${colour.line}` } }}>
          <Box sx={{ flex: 1, minWidth: 180 }}>
            {place.title}
            <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{[place.scopeTitle === null ? null : translate('operation.inside', { title: place.scopeTitle }), place.activity === null ? translate('operation.waits') : null].filter(Boolean).join(' · ')}</Box>
          </Box>
          <Button size="small" variant="outlined" aria-label={translate('operation.moveNamed', { title: place.title })} onClick={() => setMoving(place)}>{translate('operation.moveHere')}</Button>
          <Button size="small" variant="outlined" color="error" aria-label={translate('operation.cancelNamed', { title: place.title })} onClick={() => onAdd(cancelOf(place))}>{translate('operation.cancelHere')}</Button>
        </Box>
      ))}
      {moving ? <MoveDialog place={moving} starts={starts.filter(({ scope, node }) => scope === moving.scope && node !== moving.node)} onClose={() => setMoving(null)} onMove={(start) => { onAdd(cancelOf(moving), startOf(start)); setMoving(null); }} /> : null}
    </Box>
  );
}

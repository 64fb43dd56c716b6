import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { RouteView } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Moment } from '../common/moment.js';
import { QueryView } from '../common/query-view.js';
import { useApi } from '../data/use-api.js';
import { colour } from '../theme/tokens.js';

/** «Почему дело пошло так»: on request, for the server plays the case over again to answer. */
export function Routes({ instance }: { readonly instance: string }) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <Box sx={{ mb: 2 }}>
      <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)} sx={{ ml: -1 }}>{translate('history.why')}</Button>
      {open ? <Choices instance={instance} /> : null}
    </Box>
  );
}

function Choices({ instance }: { readonly instance: string }) {
  const translate = useTranslate();
  const query = useApi<readonly RouteView[]>(`/process-instances/${instance}/why`);
  return (
    <QueryView query={query}>
      {(routes) => routes.length === 0 ? <Box sx={{ color: 'text.secondary' }}>{translate('history.noChoices')}</Box> : (
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
          {routes.map(({ seq, at, conditions, taken, withValues }) => (
            <Box component="li" key={seq} sx={{ px: 1.25, py: 0.75, bgcolor: colour.canvas, borderRadius: '8px', overflowWrap: 'anywhere' }}>
              {taken.map((line) => <Box key={line} sx={{ fontWeight: 500 }}>{line}</Box>)}
              <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}><Moment value={at} /></Box>
              <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{conditions.map((line) => <li key={line}>{line}</li>)}</Box>
              {withValues ? null : <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{translate('history.noValues')}</Box>}
            </Box>
          ))}
        </Box>
      )}
    </QueryView>
  );
}

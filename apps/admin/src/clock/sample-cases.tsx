import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { LoadSampleCases, SamplePackageRow } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { QueryView } from '../common/query-view.js';
import { api } from '../data/http.js';
import { queryClient } from '../data/query-client.js';
import { useAction } from '../data/use-action.js';
import { useApi } from '../data/use-api.js';

const PATH = '/sample-cases';
const REREAD_MS = 1500;

/** «Показательные дела»: what the packages of a demo base bring, each loaded at a press; how far it has come is read while it goes on. */
export function SampleCases() {
  const translate = useTranslate();
  const [going, setGoing] = useState(false);
  const packages = useApi<readonly SamplePackageRow[]>(PATH, undefined, going ? { refetchInterval: REREAD_MS } : {});
  const loading = packages.data?.some((row) => row.loading) ?? false;
  if (loading !== going) setGoing(loading);
  const load = useAction((body: LoadSampleCases, idempotencyKey) => api<readonly SamplePackageRow[]>(PATH, { method: 'POST', body, idempotencyKey }), {
    onDone: (rows) => queryClient.setQueryData(['api', PATH, null], rows),
  });
  return (
    <Box component="section" aria-labelledby="samples-title" sx={{ borderTop: 1, borderColor: 'divider', pt: 2, display: 'grid', gap: 1 }}>
      <Typography id="samples-title" component="h3" variant="subtitle1">{translate('clock.samples')}</Typography>
      <Typography sx={{ color: 'text.secondary' }}>{translate('clock.samplesText')}</Typography>
      <QueryView query={packages} rows={2}>
        {(rows) => rows.length === 0
          ? <Typography>{translate('clock.samplesNone')}</Typography>
          : <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>{rows.map((row) => <SamplePackage key={row.key} row={row} pending={load.isPending} onLoad={() => load.mutate({ package: row.key })} />)}</Box>}
      </QueryView>
    </Box>
  );
}

function SamplePackage({ row, pending, onLoad }: { readonly row: SamplePackageRow; readonly pending: boolean; readonly onLoad: () => void }) {
  const translate = useTranslate();
  const { title, description, cases, played, refused, loading } = row;
  const done = played + refused === cases;
  const state = loading ? 'clock.loading' : done ? 'clock.loaded' : played > 0 ? 'clock.partly' : null;
  return (
    <Stack component="li" direction={{ xs: 'column', sm: 'row' }} gap={1} sx={{ justifyContent: 'space-between', alignItems: { sm: 'center' } }}>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Box sx={{ fontWeight: 500 }}>{title}</Box>
        {description ? <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{description}</Box> : null}
        {loading ? <LinearProgress variant="determinate" value={(100 * (played + refused)) / cases} aria-label={title} sx={{ my: 0.75 }} /> : null}
        {state === null ? null : <Box role="status" sx={{ fontSize: '0.8125rem' }}>{translate(state, { played, cases })}</Box>}
        {refused > 0 ? <Box sx={{ fontSize: '0.8125rem', color: 'error.main' }}>{translate('clock.refused', { refused })}</Box> : null}
      </Box>
      {loading || done ? null : <Button variant="outlined" size="small" disabled={pending} onClick={onLoad} aria-label={translate('clock.loadNamed', { title })} sx={{ alignSelf: { xs: 'flex-start', sm: 'center' } }}>{translate('clock.load')}</Button>}
    </Stack>
  );
}

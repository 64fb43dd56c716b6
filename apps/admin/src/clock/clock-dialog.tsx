import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ClockView, MoveClock } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { formatDateTime } from '../common/dates.js';
import { Facts } from '../common/facts.js';
import { QueryView } from '../common/query-view.js';
import { useLanguage } from '../common/use-language.js';
import { api } from '../data/http.js';
import { queryClient } from '../data/query-client.js';
import { reloadSession } from '../data/session-store.js';
import { useAction } from '../data/use-action.js';
import { useApi } from '../data/use-api.js';
import { SampleCases } from './sample-cases.js';

const MOST_DAYS = 250;

/** «Сдвинуть время (тест)»: forward only, demo base only. Everything on the screen is read again afterwards. */
export default function ClockDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const language = useLanguage();
  const clock = useApi<ClockView>('/clock');
  const [days, setDays] = useState('1');
  const move = useAction((body: MoveClock, idempotencyKey) => api<ClockView>('/clock', { method: 'POST', body, idempotencyKey }), {
    done: (view) => translate('clock.moved', { date: formatDateTime(view.businessTime, language) }),
    onDone: () => {
      onClose();
      void reloadSession().then(() => queryClient.invalidateQueries());
    },
  });
  const count = Number(days);
  const valid = Number.isInteger(count) && count >= 1 && count <= MOST_DAYS;
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="clock-title">
      <DialogTitle id="clock-title">{translate('clock.title')}</DialogTitle>
      <DialogContent>
        <Stack gap={2}>
          <Typography sx={{ color: 'text.secondary' }}>{translate('clock.text')}</Typography>
          <QueryView query={clock} rows={1}>{(view) => <Facts columns={2} facts={[{ label: translate('clock.now'), value: <b>{formatDateTime(view.businessTime, language)}</b> }, { label: translate('clock.real'), value: formatDateTime(view.realTime, language) }]} />}</QueryView>
          <TextField type="number" label={translate('clock.workingDays')} value={days} error={!valid} onChange={(event) => setDays(event.target.value)} slotProps={{ htmlInput: { min: 1, max: MOST_DAYS, step: 1 } }} />
          <Stack direction="row" gap={1} sx={{ flexWrap: 'wrap' }}>{[1, 3, 5, 20].map((step) => <Button key={step} size="small" variant="outlined" onClick={() => setDays(String(step))}>+{step}</Button>)}</Stack>
          <SampleCases />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={onClose}>{translate('action.cancel')}</Button>
        <Button variant="contained" disabled={!valid || move.isPending || clock.data?.movable === false} onClick={() => move.mutate({ workingDays: count })}>{translate('clock.move')}</Button>
      </DialogActions>
    </Dialog>
  );
}

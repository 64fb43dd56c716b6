import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import TextField from '@mui/material/TextField';
import type { MigrationBatchRow, MigrationBatchView, UndoMigration } from '@reglament/contracts';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { AskDialog } from '../common/ask-dialog.js';
import { Moment } from '../common/moment.js';
import { Section } from '../common/section.js';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { useApi, useRefresh } from '../data/use-api.js';

const LOOK_AGAIN_MS = 1_500;
const isUnderWay = ({ status }: MigrationBatchRow): boolean => status === 'running' || status === 'undoing';

/** The orders to move cases of this process, latest first, with how far each has come. */
export function MigrationOrders({ base }: { readonly base: string }) {
  const translate = useTranslate();
  const orders = useApi<readonly MigrationBatchRow[]>(`${base}/migrations`);
  if (!orders.data || orders.data.length === 0) return null;
  return (
    <Section title={translate('migration.orders')}>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
        {orders.data.map((order) => <li key={order.id}><Order base={base} order={order} /></li>)}
      </Box>
    </Section>
  );
}

function Order({ base, order }: { readonly base: string; readonly order: MigrationBatchRow }) {
  const translate = useTranslate();
  const [undoing, setUndoing] = useState(false);
  const [followed, setFollowed] = useState(isUnderWay(order));
  const refresh = useRefresh();
  const view = useApi<MigrationBatchView>(`${base}/migrations/${order.id}`, undefined, { ...(followed && { refetchInterval: LOOK_AGAIN_MS }) });
  const ended = view.data !== undefined && !isUnderWay(view.data);
  useEffect(() => {
    if (!followed || !ended) return;
    setFollowed(false);
    // What could be moved has been: the plan and the numbers of the versions are others now.
    void refresh(`${base}/migration-plan`, `${base}/versions`);
  }, [followed, ended, refresh, base]);
  const now = view.data ?? { ...order, stayed: [] };
  const counts = { total: now.total, done: now.done, refused: now.refused, undone: now.undone, kept: now.kept };
  const settled = now.status === 'undoing' ? now.undone + now.kept : now.total - now.waiting;
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Box sx={{ flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere' }}>
          <Box sx={{ fontWeight: 500 }}>{translate('migration.order', { from: now.from, to: now.to })} · <Moment value={now.at} />{now.by ? ` · ${now.by.title}` : ''}</Box>
          <Box sx={{ color: 'text.secondary' }}>{now.reason}</Box>
          <Box role="status">{translate(`migration.status.${now.status}`, counts)}</Box>
        </Box>
        {now.status === 'finished' && now.done > 0 ? <Button size="small" onClick={() => setUndoing(true)}>{translate('migration.undo')}</Button> : null}
      </Box>
      {isUnderWay(now) ? <LinearProgress variant="determinate" value={now.total === 0 ? 100 : Math.round((settled / now.total) * 100)} aria-label={translate('migration.progress')} sx={{ mt: 1 }} /> : null}
      {now.stayed.length > 0 ? (
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
          {now.stayed.map(({ id, subject, businessKey, text }) => <li key={id}><Link to={`/process-instances/${id}`}>{[businessKey, subject].filter(Boolean).join(' · ') || translate('migration.unnamed')}</Link>: {text}</li>)}
        </Box>
      ) : null}
      {undoing ? <UndoDialog base={base} order={order} onClose={() => setUndoing(false)} onDone={() => { void view.refetch().then(() => setFollowed(true)); }} /> : null}
    </Box>
  );
}

function UndoDialog({ base, order, onClose, onDone }: { readonly base: string; readonly order: MigrationBatchRow; readonly onClose: () => void; readonly onDone: () => void }) {
  const translate = useTranslate();
  const [remark, setRemark] = useState('');
  const undo = useAction<UndoMigration, MigrationBatchView>(
    (body, key) => api(`${base}/migrations/${order.id}/undo`, { method: 'POST', body, idempotencyKey: key }),
    { refresh: [base, '/process-instances', '/tasks'], done: 'migration.undoStarted', onDone: () => { onDone(); onClose(); }, onRefused: () => true },
  );
  return (
    <AskDialog title={translate('migration.undoAsk')} verb={translate('migration.undoVerb')} negative ready={remark.trim() !== ''} busy={undo.isPending} error={undo.error} onSend={() => undo.mutate({ remark: remark.trim() })} onClose={onClose}>
      <Box component="p" sx={{ m: 0 }}>{translate('migration.undoText')}</Box>
      <TextField label={translate('migration.reason')} value={remark} onChange={(event) => setRemark(event.target.value)} required multiline minRows={2} autoFocus slotProps={{ htmlInput: { maxLength: 5000 } }} />
    </AskDialog>
  );
}

import Button from '@mui/material/Button';
import type { IncidentRow } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { useSession } from '../data/use-api.js';
import { ReasonDialog } from '../operations/reason-dialog.js';

/** Lets the others go on without a part that could not be started. */
export function LeaveOutButton({ row }: { readonly row: IncidentRow }) {
  const translate = useTranslate();
  const session = useSession();
  const [asked, setAsked] = useState(false);
  const leave = useAction((remark: string, idempotencyKey) => api<IncidentRow>(`/incidents/${row.id}/leave-out`, { method: 'POST', body: { remark }, idempotencyKey }), {
    refresh: ['/incidents', '/process-instances'], done: 'operation.leftOut', onRefused: () => true, onDone: () => setAsked(false),
  });
  if (row.status !== 'open' || !row.part || !session?.may.includes('retryIncidents')) return null;
  return (
    <>
      <Button size="small" variant="outlined" color="secondary" aria-label={translate('operation.leaveOutNamed', { subject: row.subject ?? row.nodeTitle })} onClick={() => { leave.reset(); setAsked(true); }}>{translate('operation.leaveOut')}</Button>
      {asked ? <ReasonDialog title={translate('operation.leaveOut')} text={translate('operation.leaveOutText')} verb={translate('operation.leaveOut')} negative busy={leave.isPending} error={leave.error} onClose={() => setAsked(false)} onSend={(remark) => leave.mutate(remark)} /> : null}
    </>
  );
}

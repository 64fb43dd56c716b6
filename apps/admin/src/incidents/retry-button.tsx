import Button from '@mui/material/Button';
import type { IncidentRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { useSession } from '../data/use-api.js';

export function RetryButton({ row }: { readonly row: IncidentRow }) {
  const translate = useTranslate();
  const session = useSession();
  const retry = useAction((_input: null, idempotencyKey) => api<IncidentRow>(`/incidents/${row.id}/retry`, { method: 'POST', idempotencyKey }), { refresh: ['/incidents', '/process-instances'], done: 'incident.retried' });
  if (row.status !== 'open' || !session?.may.includes('retryIncidents')) return null;
  return <Button size="small" variant="outlined" disabled={retry.isPending} aria-label={translate('incident.retryNamed', { subject: row.subject ?? row.nodeTitle })} onClick={() => retry.mutate(null)}>{translate('incident.retry')}</Button>;
}

import Button from '@mui/material/Button';
import type { MailRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { useSession } from '../data/use-api.js';

export function RetryMail({ row }: { readonly row: MailRow }) {
  const translate = useTranslate();
  const session = useSession();
  const retry = useAction((_input: null, idempotencyKey) => api<MailRow>(`/mail/${row.id}/retry`, { method: 'POST', idempotencyKey }), { refresh: ['/mail'], done: 'mail.retried' });
  if (row.state !== 'failed' || !session?.may.includes('retryIncidents')) return null;
  return <Button size="small" variant="outlined" disabled={retry.isPending} aria-label={translate('mail.retryNamed', { title: row.title, address: row.address ?? '' })} onClick={() => retry.mutate(null)}>{translate('mail.retry')}</Button>;
}

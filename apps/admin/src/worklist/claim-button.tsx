import Button from '@mui/material/Button';
import type { TaskRow, TaskScope, TaskView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { useSession } from '../data/use-api.js';

/** Takes a task from the list, or gives it back so that others may take it. */
export function ClaimButton({ row, scope }: { readonly row: TaskRow; readonly scope: TaskScope }) {
  const translate = useTranslate();
  const session = useSession();
  const subject = row.subject ?? row.title;
  const action = useAction((verb: 'claim' | 'unclaim', idempotencyKey) => api<TaskView>(`/tasks/${row.id}/${verb}`, { method: 'POST', idempotencyKey }), {
    refresh: ['/tasks'],
    done: (_task, verb) => translate(verb === 'claim' ? 'worklist.claimed' : 'worklist.unclaimed', { subject }),
  });
  const shared = row.performers.length > 1 || (row.performers[0] !== undefined && row.performers[0].reference !== session?.person.reference);
  const verb = row.assignee === null && (scope === 'available' || shared) ? 'claim' : row.assignee?.reference === session?.person.reference && shared ? 'unclaim' : null;
  if (row.status !== 'open' || verb === null || scope === 'team') return null;
  return (
    <Button size="small" variant="outlined" disabled={action.isPending} aria-label={translate(`worklist.${verb}Named`, { subject })} onClick={() => action.mutate(verb)}>
      {translate(`worklist.${verb}`)}
    </Button>
  );
}

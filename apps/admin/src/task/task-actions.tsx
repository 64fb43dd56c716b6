import Button from '@mui/material/Button';
import type { TaskView } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { InstanceActions } from '../cases/instance-actions.js';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { useSession } from '../data/use-api.js';
import { PartyDialog } from './party-dialog.js';

/** What may be done to the task beside completing it: what the process allows, take, give back, hand on, ask one more. */
export function TaskActions({ task }: { readonly task: TaskView }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'delegate' | 'approvers' | null>(null);
  const hold = useAction((verb: 'claim' | 'unclaim', idempotencyKey) => api<TaskView>(`/tasks/${task.id}/${verb}`, { method: 'POST', idempotencyKey }), { refresh: ['/tasks'] });
  const hand = useAction((input: { verb: 'delegate' | 'approvers'; to: string }, idempotencyKey) => api<TaskView>(`/tasks/${task.id}/${input.verb}`, { method: 'POST', body: { to: input.to }, idempotencyKey }), {
    refresh: ['/tasks', '/process-instances'], onDone: () => setDialog(null), done: (_task, { verb }) => translate(`task.${verb}Done`),
  });
  const { may } = task;
  const me = useSession()?.person.reference;
  // Taking a task that is one's own alone would change nothing.
  const alone = task.performers.length === 1 && task.performers[0]?.reference === me;
  if (task.status !== 'open') return null;
  return (
    <>
      {may.claim && !(may.complete && alone) ? <Button variant={may.complete ? 'outlined' : 'contained'} disabled={hold.isPending} onClick={() => hold.mutate('claim')}>{translate('task.claim')}</Button> : null}
      {may.unclaim ? <Button variant="outlined" disabled={hold.isPending} onClick={() => hold.mutate('unclaim')}>{translate('task.unclaim')}</Button> : null}
      <InstanceActions instance={task.instance} actions={task.actions} onDone={({ interrupting }) => { if (interrupting) void navigate('/tasks'); }} others={[
        ...(may.addApprover ? [{ key: 'approvers', label: translate('task.addApprover'), run: () => setDialog('approvers') }] : []),
        ...(may.delegate ? [{ key: 'delegate', label: translate('task.delegate'), run: () => setDialog('delegate') }] : []),
      ]} />
      {dialog ? <PartyDialog title={translate(dialog === 'delegate' ? 'task.delegateTo' : 'task.addApproverTo')} action={translate(dialog === 'delegate' ? 'task.delegate' : 'task.addApprover')} busy={hand.isPending} onClose={() => setDialog(null)} onChoose={(to) => hand.mutate({ verb: dialog, to })} /> : null}
    </>
  );
}

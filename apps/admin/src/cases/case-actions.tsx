import Button from '@mui/material/Button';
import type { ActionView, InstanceView } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { ActionDialog, type ActionInput } from './action-dialog.js';

const CANCEL: ActionView = { activity: -1, key: 'cancel', title: '', tone: 'negative', remark: 'required', skipForm: true, confirm: null, form: null };

/** What a person may do to the open case: the process's own actions, and ending it. */
export function CaseActions({ view }: { readonly view: InstanceView }) {
  const translate = useTranslate();
  const [chosen, setChosen] = useState<ActionView | null>(null);
  const run = useAction(
    ({ action, input }: { action: ActionView; input: ActionInput }, idempotencyKey) =>
      action.activity < 0
        ? api<InstanceView>(`/process-instances/${view.id}/cancel`, { method: 'POST', body: { remark: input.remark }, idempotencyKey })
        : api<InstanceView>(`/process-instances/${view.id}/actions/${action.activity}/${encodeURIComponent(action.key)}`, { method: 'POST', body: input, idempotencyKey }),
    { refresh: ['/process-instances', '/tasks', '/documents'], done: 'case.actionDone', onDone: () => setChosen(null), onRefused: () => true },
  );
  const open = (action: ActionView): void => {
    run.reset();
    setChosen(action);
  };
  return (
    <>
      {view.actions.map((action) => <Button key={`${action.activity}${action.key}`} variant="outlined" color={action.tone === 'negative' ? 'error' : 'primary'} onClick={() => open(action)}>{action.title}</Button>)}
      {view.mayCancel && view.status === 'active' ? <Button variant="outlined" color="error" onClick={() => open({ ...CANCEL, title: translate('case.cancel'), confirm: translate('case.cancelText') })}>{translate('case.cancel')}</Button> : null}
      {chosen ? <ActionDialog action={chosen} busy={run.isPending} error={run.error} onClose={() => setChosen(null)} onSend={(input) => run.mutate({ action: chosen, input })} /> : null}
    </>
  );
}

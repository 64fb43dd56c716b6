import type { ActionView, InstanceView } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionBar } from '../common/action-bar.js';
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
  const ending: readonly ActionView[] = view.mayCancel && view.status === 'active' ? [{ ...CANCEL, title: translate('case.cancel'), confirm: translate('case.cancelText') }] : [];
  const actions = [...view.actions, ...ending];
  return (
    <>
      <ActionBar actions={actions.map((action) => ({ key: `${action.activity}${action.key}`, label: action.title, negative: action.tone === 'negative', run: () => open(action) }))} />
      {chosen ? <ActionDialog action={chosen} busy={run.isPending} error={run.error} onClose={() => setChosen(null)} onSend={(input) => run.mutate({ action: chosen, input })} /> : null}
    </>
  );
}

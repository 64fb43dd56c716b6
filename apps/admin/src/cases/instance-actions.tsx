import type { ActionView, InstanceView } from '@reglament/contracts';
import { useState } from 'react';
import { ActionBar, type BarAction } from '../common/action-bar.js';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { ActionDialog, type ActionInput } from './action-dialog.js';

const RANK = { primary: 0, neutral: 1, negative: 2 } as const satisfies Record<ActionView['tone'], number>;

interface InstanceActionsProps {
  readonly instance: string;
  /** An activity below zero: the case itself, which is ended. */
  readonly actions: readonly ActionView[];
  /** Secondary actions of the page that stand beside them. */
  readonly others?: readonly BarAction[];
  readonly onDone?: (action: ActionView) => void;
}

/** The actions that a process allows on a case or on one of its tasks, each with its dialog. */
export function InstanceActions({ instance, actions, others = [], onDone }: InstanceActionsProps) {
  const [chosen, setChosen] = useState<ActionView | null>(null);
  const run = useAction(
    ({ action, input }: { action: ActionView; input: ActionInput }, idempotencyKey) =>
      action.activity < 0
        ? api<InstanceView>(`/process-instances/${instance}/cancel`, { method: 'POST', body: { remark: input.remark }, idempotencyKey })
        : api<InstanceView>(`/process-instances/${instance}/actions/${action.activity}/${encodeURIComponent(action.key)}`, { method: 'POST', body: input, idempotencyKey }),
    {
      refresh: ['/process-instances', '/tasks', '/documents'], done: 'case.actionDone', onRefused: () => true,
      onDone: (_view, { action }) => {
        setChosen(null);
        onDone?.(action);
      },
    },
  );
  // What ends something stands last, where nobody presses it by habit.
  const ordered = actions.toSorted((one, other) => RANK[one.tone] - RANK[other.tone]);
  const open = (action: ActionView): void => {
    run.reset();
    setChosen(action);
  };
  return (
    <>
      <ActionBar actions={[...ordered.map((action) => ({ key: `${action.activity}${action.key}`, label: action.title, primary: action.tone === 'primary', negative: action.tone === 'negative', run: () => open(action) })), ...others]} />
      {chosen ? <ActionDialog action={chosen} busy={run.isPending} error={run.error} onClose={() => setChosen(null)} onSend={(input) => run.mutate({ action: chosen, input })} /> : null}
    </>
  );
}

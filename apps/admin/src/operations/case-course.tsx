import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { CaseManagement, InstanceView } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { formatDateTime } from '../common/dates.js';
import { Section } from '../common/section.js';
import { useLanguage } from '../common/use-language.js';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { ReasonDialog } from './reason-dialog.js';

type Operation = 'suspend' | 'resume' | 'undo';
const DONE = { suspend: 'operation.suspendedDone', resume: 'operation.resumedDone', undo: 'operation.undone' } as const satisfies Record<Operation, string>;
const TEXT = { suspend: 'operation.suspendText', resume: 'operation.resumeText', undo: 'operation.undoText' } as const satisfies Record<Operation, string>;

/** Makes the case stand still or run again, and takes the last operation back where that is possible. */
export function CaseCourse({ instance, active, management }: { readonly instance: string; readonly active: boolean; readonly management: CaseManagement }) {
  const translate = useTranslate();
  const language = useLanguage();
  const [asked, setAsked] = useState<Operation | null>(null);
  const run = useAction(({ operation, remark }: { operation: Operation; remark: string }, idempotencyKey) => api<InstanceView>(`/process-instances/${instance}/${operation}`, { method: 'POST', body: { remark }, idempotencyKey }), {
    refresh: ['/process-instances', '/tasks'], done: (_view, { operation }) => translate(DONE[operation]), onRefused: () => true, onDone: () => setAsked(null),
  });
  const ask = (operation: Operation): void => {
    run.reset();
    setAsked(operation);
  };
  const { undo } = management;
  const stands = management.suspended !== null;
  return (
    <Section title={translate('operation.run')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {active ? <Button variant="outlined" onClick={() => ask(stands ? 'resume' : 'suspend')}>{translate(stands ? 'operation.resume' : 'operation.suspend')}</Button> : null}
        {undo && undo.obstacle === null ? <Button variant="outlined" onClick={() => ask('undo')}>{translate('operation.undo')}</Button> : null}
        {undo ? (
          <Box component="span" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
            {translate(undo.kind === 'modified' ? 'operation.undoModified' : 'operation.undoCancelled', { at: formatDateTime(undo.at, language), name: undo.by?.title ?? '—' })}
            {undo.obstacle === null ? null : ` ${translate('operation.cannotUndo', { why: undo.obstacle })}`}
          </Box>
        ) : null}
      </Box>
      {asked ? <ReasonDialog title={translate(`operation.${asked}`)} text={translate(TEXT[asked])} verb={translate(`operation.${asked}`)} busy={run.isPending} error={run.error} onClose={() => setAsked(null)} onSend={(remark) => run.mutate({ operation: asked, remark })} /> : null}
    </Section>
  );
}

import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { CompleteTask, OutcomeView, Responded, RespondView } from '@reglament/contracts';
import { Suspense, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Section } from '../common/section.js';
import { RowsSkeleton } from '../common/states.js';
import { api } from '../data/http.js';
import { problemOf } from '../data/problem.js';
import { useAction } from '../data/use-action.js';
import { useErrorText } from '../data/use-error-text.js';
import { ConflictDialog } from '../task/conflict-dialog.js';
import { DraftNote } from '../task/draft-note.js';
import type { FormData, FormPort } from '../task/form-port.js';
import { FormSlot } from '../task/form-slot.js';
import { setAt } from '../task/set-at.js';
import { useDraft } from '../task/use-draft.js';
import { colour } from '../theme/tokens.js';
import { RespondDialog } from './respond-dialog.js';
import { RespondFrame } from './respond-frame.js';
import { respondLookups } from './respond-lookups.js';

/** On this device the copy of a draft belongs to the link, not to anybody who signs in. */
const OWNER = 'link';

interface Chosen { readonly outcome: OutcomeView; readonly data: FormData | undefined }

/** The form of the link with its saved draft, and the ways to answer. */
export function RespondWork({ view, onSent }: { readonly view: RespondView; readonly onSent: () => void }) {
  const translate = useTranslate();
  const errorText = useErrorText();
  const form = useRef<FormPort>(null);
  const [ready, setReady] = useState(view.form === null);
  const draft = useDraft(view, OWNER, form, '/respond/draft');
  const [asking, setAsking] = useState<Chosen | null>(null);
  const [shut, setShut] = useState<unknown>(null);
  const send = useAction((body: CompleteTask, idempotencyKey) => api<Responded>('/respond/complete', { method: 'POST', body, idempotencyKey }), {
    onDone: () => { draft.close(); onSent(); },
    onRefused: (error) => {
      const problem = problemOf(error);
      if (problem?.status === 410) {
        setAsking(null);
        setShut(error);
        return true;
      }
      const errors = problem?.errors ?? [];
      if (errors.length > 0 && errors.every(({ pointer }) => pointer !== '/remark')) {
        setAsking(null);
        form.current?.showServerErrors(errors);
        return false;
      }
      return asking !== null;
    },
  });
  const answer = ({ outcome, data }: Chosen, remark: string): void =>
    send.mutate({ outcome: outcome.key, ...(data === undefined ? {} : { data }), ...(remark === '' ? {} : { remark }) });
  const choose = (outcome: OutcomeView): void => {
    const data = outcome.skipForm || form.current === null ? undefined : form.current.submit();
    if (data === null) return;
    send.reset();
    const chosen: Chosen = { outcome, data };
    if (outcome.remark !== null || outcome.confirm !== null) setAsking(chosen); else answer(chosen, '');
  };
  return (
    <RespondFrame view={view}>
      {shut === null ? null : <Alert severity="warning" role="alert" sx={{ mb: 2 }}>{errorText(shut)}</Alert>}
      {view.form ? <Suspense fallback={<RowsSkeleton rows={6} />}><FormSlot hash={view.form.hash} data={draft.initial} readOnly={shut !== null} port={form} source="/respond/forms" lookups={respondLookups} onChange={draft.changed} onReady={setReady} /></Suspense>
        : <Section><Box sx={{ color: 'text.secondary' }}>{translate('respond.nothing')}</Box></Section>}
      {shut === null ? (
        <Box sx={{ position: 'sticky', bottom: 0, zIndex: 20, mt: 2, mx: { xs: -1.5, sm: 0 }, px: 2, py: 1.25, bgcolor: colour.surface, border: `1px solid ${colour.line}`, borderRadius: { xs: 0, sm: '12px 12px 0 0' }, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Box sx={{ flex: { xs: '1 0 100%', sm: '1 1 160px' } }}>{view.form ? <DraftNote state={draft.state} /> : null}</Box>
          <Box role="group" aria-label={translate('outcome.group')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, flexDirection: 'row-reverse', flexGrow: { xs: 1, sm: 0 }, '& button': { flexGrow: { xs: 1, sm: 0 } } }}>
            {view.outcomes.map((outcome) => (
              <Button key={outcome.key} disabled={send.isPending || !(ready || outcome.skipForm)} onClick={() => choose(outcome)} variant={outcome.tone === 'negative' ? 'outlined' : 'contained'} color={outcome.tone === 'negative' ? 'error' : 'primary'} sx={{ minHeight: 44 }}>{outcome.title}</Button>
            ))}
          </Box>
        </Box>
      ) : null}
      {asking ? <RespondDialog outcome={asking.outcome} busy={send.isPending} error={send.error} onClose={() => setAsking(null)} onSend={(remark) => answer(asking, remark)} /> : null}
      <ConflictDialog conflicts={draft.conflicts} labelOf={(pointer) => form.current?.labelOf(pointer) ?? pointer} onDone={(theirs) => {
        const data = draft.conflicts.reduce<FormData>((sum, conflict) => (theirs.has(conflict.pointer) ? setAt(sum, conflict.pointer, conflict.theirs) : sum), form.current?.values() ?? {});
        draft.settleConflicts();
        form.current?.replace(data);
        draft.changed(data);
      }} />
    </RespondFrame>
  );
}

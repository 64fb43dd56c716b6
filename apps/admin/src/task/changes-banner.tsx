import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import type { TaskView } from '@reglament/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { RowsSkeleton } from '../common/states.js';
import { TONES } from '../theme/tone.js';

const DocumentDiff = lazy(() => import('../documents/document-diff.js'));

/** For an approver in a later round: the document came again, and this is what has changed since the version before. */
export function ChangesBanner({ task }: { readonly task: TaskView }) {
  const translate = useTranslate();
  const [open, setOpen] = useState(true);
  const { approval, document } = task;
  // Once the round is decided, the change is no longer news.
  const asked = approval?.rounds.find(({ number }) => number === approval.round)?.votes.some(({ outcome }) => outcome === null) ?? false;
  if (approval === null || !asked || approval.round < 2 || document === null || document.version < 2) return null;
  return (
    <Box sx={{ p: 2, mb: 2, borderRadius: '12px', bgcolor: TONES.waiting.tint, border: `1px solid ${TONES.waiting.edge}` }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Box component="h2" sx={{ m: 0, flex: 1, fontSize: '0.9375rem', color: TONES.waiting.text }}>{translate('approval.changed', { number: approval.round })}</Box>
        <Button size="small" color="inherit" aria-expanded={open} onClick={() => setOpen(!open)}>{translate(open ? 'task.hideChanges' : 'task.showChanges')}</Button>
      </Box>
      {open ? <Suspense fallback={<RowsSkeleton rows={2} />}><DocumentDiff id={document.id} from={document.version - 1} to={document.version} /></Suspense> : null}
    </Box>
  );
}

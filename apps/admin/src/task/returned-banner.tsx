import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { TaskView } from '@reglament/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { formatDateTime } from '../common/dates.js';
import { RowsSkeleton } from '../common/states.js';
import { useLanguage } from '../common/use-language.js';

const DocumentDiff = lazy(() => import('../documents/document-diff.js'));

/** The work came back, or came with a request: who decided what, with which words, and on request what has changed since the version before. */
export function ReturnedBanner({ task }: { readonly task: TaskView }) {
  const translate = useTranslate();
  const language = useLanguage();
  const [compared, setCompared] = useState(false);
  if (task.returned === null) return null;
  const { by, at, remark, decision } = task.returned;
  const words = { name: by.title, at: formatDateTime(at, language) };
  const document = task.document;
  return (
    <Alert severity="warning" sx={{ mb: 2, '& .MuiAlert-message': { flex: 1 } }}>
      <AlertTitle sx={{ fontSize: '0.9375rem', fontWeight: 600 }}>{decision === null ? translate('task.returnedBy', words) : translate('task.decidedBy', { ...words, decision })}</AlertTitle>
      <Box component="blockquote" sx={{ m: 0, whiteSpace: 'pre-line' }}>{remark}</Box>
      {document && document.version > 1 ? (
        <>
          <Button size="small" color="inherit" aria-expanded={compared} onClick={() => setCompared(!compared)} sx={{ mt: 0.5, ml: -1 }}>{translate(compared ? 'task.hideChanges' : 'task.showChanges')}</Button>
          {compared ? <Suspense fallback={<RowsSkeleton rows={3} />}><DocumentDiff id={document.id} from={document.version - 1} to={document.version} /></Suspense> : null}
        </>
      ) : null}
    </Alert>
  );
}

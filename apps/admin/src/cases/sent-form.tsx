import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { QueryView } from '../common/query-view.js';
import { RowsSkeleton } from '../common/states.js';
import { useApi } from '../data/use-api.js';
import type { FormData } from '../task/form-port.js';
import { FormSlot } from '../task/form-slot.js';

/** `GET /submissions/:id`. */
interface Submission { readonly data: FormData | null; readonly form: { readonly hash: string } | null }

/** What a person sent with a task or an action, on request: who witnessed an absence, what a report said. */
export function SentForm({ submission, what }: { readonly submission: string; readonly what: string }) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-expanded={open} aria-label={open ? undefined : translate('history.sentNamed', { what })} onClick={() => setOpen(!open)} sx={{ ml: -1 }}>{translate(open ? 'history.hide' : 'history.sent')}</Button>
      {open ? <Sent submission={submission} /> : null}
    </>
  );
}

function Sent({ submission }: { readonly submission: string }) {
  const query = useApi<Submission>(`/submissions/${submission}`);
  return (
    <Box sx={{ mt: 0.5 }}>
      <QueryView query={query}>
        {({ data, form }) => (data && form ? <Suspense fallback={<RowsSkeleton rows={3} />}><FormSlot hash={form.hash} data={data} readOnly /></Suspense> : null)}
      </QueryView>
    </Box>
  );
}

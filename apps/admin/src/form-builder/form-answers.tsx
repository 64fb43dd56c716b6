import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import type { FormAnswerColumn, FormAnswerRow } from '@reglament/contracts';
import { Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Column } from '../common/list/column.js';
import { ListPage } from '../common/list/list-page.js';
import { Moment } from '../common/moment.js';
import { QueryView } from '../common/query-view.js';
import { RowsSkeleton } from '../common/states.js';
import { API } from '../data/http.js';
import { useApi } from '../data/use-api.js';
import type { FormData } from '../task/form-port.js';
import { FormSlot } from '../task/form-slot.js';

/** Questions that fit beside one another; the whole answer opens from its row. */
const COLUMNS = 4;

/** What people have answered, as far as the reader may see it. */
export function FormAnswers({ form, published }: { readonly form: string; readonly published: boolean }) {
  const translate = useTranslate();
  const base = `/form-definitions/${encodeURIComponent(form)}/answers`;
  const [shown, setShown] = useState<FormAnswerRow | null>(null);
  const questions = useApi<readonly FormAnswerColumn[]>(published ? `${base}/columns` : null).data ?? [];
  const author = (row: FormAnswerRow): string => row.author?.title ?? '—';
  const columns: readonly Column<FormAnswerRow>[] = [
    { key: 'author', label: 'forms.column.author', width: 220, render: (row) => <Button size="small" sx={{ ml: -1, textAlign: 'left' }} onClick={() => setShown(row)}>{author(row)}</Button> },
    ...questions.slice(0, COLUMNS).map(({ path, title }, index): Column<FormAnswerRow> => ({
      key: path, label: path, heading: title, ...(index > 0 && { from: index > 1 ? 'lg' as const : 'md' as const }),
      render: (row) => <Box sx={{ maxWidth: 360, overflow: 'hidden', textOverflow: 'ellipsis', display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical' }}>{row.cells[path]}</Box>,
    })),
    { key: 'at', label: 'forms.column.answeredAt', width: 130, render: (row) => <Moment value={row.at} day /> },
  ];
  return (
    <Box component="section" aria-label={translate('forms.tab.answers')}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1 }}>
        <Box component="h2" sx={{ m: 0, flex: 1, fontSize: '0.9375rem', fontWeight: 600 }}>{translate('forms.tab.answers')}</Box>
        {published ? <Button size="small" variant="outlined" startIcon={<DownloadIcon />} href={`${API}${base}.csv`} download>{translate('registry.export')}</Button> : null}
      </Box>
      <ListPage<FormAnswerRow> key={form} resource="form-answers" storeKey={`form-answers.${form}`} meta={{ path: base }} label={translate('forms.tab.answers')} columns={columns} linked={false}
        empty={{ title: 'forms.noAnswers', text: published ? 'forms.noAnswersText' : 'forms.notPublished' }}
        card={(row) => (
          <Box sx={{ display: 'grid', gap: 0.25 }}>
            <Button size="small" sx={{ justifySelf: 'start', ml: -1 }} onClick={() => setShown(row)}>{author(row)}</Button>
            <Box sx={{ fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>{row.cells[questions[0]?.path ?? '']}</Box>
            <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}><Moment value={row.at} day /></Box>
          </Box>
        )} />
      {shown ? (
        <Dialog open fullWidth maxWidth="md" onClose={() => setShown(null)} aria-labelledby="form-answer-title">
          <DialogTitle id="form-answer-title">{author(shown)}</DialogTitle>
          <DialogContent><WholeAnswer row={shown} /></DialogContent>
          <DialogActions><Button autoFocus onClick={() => setShown(null)}>{translate('action.close')}</Button></DialogActions>
        </Dialog>
      ) : null}
    </Box>
  );
}

function WholeAnswer({ row }: { readonly row: FormAnswerRow }) {
  const query = useApi<{ readonly data: FormData | null }>(`/submissions/${row.id}`);
  return <QueryView query={query}>{({ data }) => (data ? <Suspense fallback={<RowsSkeleton rows={4} />}><FormSlot hash={row.hash} data={data} readOnly /></Suspense> : null)}</QueryView>;
}

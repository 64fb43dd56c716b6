import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { CommentView } from '@reglament/contracts';
import { useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { Moment } from '../common/moment.js';
import { QueryView } from '../common/query-view.js';
import { Section } from '../common/section.js';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { useApi } from '../data/use-api.js';
import { colour } from '../theme/tokens.js';

export function Comments({ instance, task }: { readonly instance: string; readonly task?: string }) {
  const translate = useTranslate();
  const path = `/process-instances/${instance}/comments`;
  const query = useApi<readonly CommentView[]>(path);
  const [text, setText] = useState('');
  const add = useAction((body: { text: string; task?: string }, idempotencyKey) => api<readonly CommentView[]>(path, { method: 'POST', body, idempotencyKey }), { refresh: [path], onDone: () => setText('') });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') add.mutate({ text: text.trim(), ...(task ? { task } : {}) });
  };
  return (
    <Section>
      <QueryView query={query} rows={2}>
        {(comments) => (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mb: 2, display: 'grid', gap: 1.5 }}>
            {comments.length === 0 ? <Box component="li" sx={{ color: 'text.secondary' }}>{translate('comments.empty')}</Box> : null}
            {comments.map((comment) => (
              <Box component="li" key={comment.id} sx={{ maxWidth: 760 }}>
                <Box sx={{ fontSize: '0.8125rem' }}><b>{comment.author.title}</b> <Box component="span" sx={{ color: 'text.secondary' }}><Moment value={comment.at} /></Box></Box>
                <Box sx={{ mt: 0.5, px: 1.5, py: 1, bgcolor: colour.canvas, borderRadius: '4px 12px 12px 12px', whiteSpace: 'pre-line', width: 'fit-content' }}>{comment.text}</Box>
              </Box>
            ))}
          </Box>
        )}
      </QueryView>
      <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 1, maxWidth: 760, justifyItems: 'start' }}>
        <TextField fullWidth multiline minRows={2} label={translate('comments.label')} value={text} onChange={(event) => setText(event.target.value)} slotProps={{ htmlInput: { maxLength: 5_000 } }} />
        <Button type="submit" variant="contained" disabled={text.trim() === '' || add.isPending}>{translate('comments.add')}</Button>
      </Box>
    </Section>
  );
}

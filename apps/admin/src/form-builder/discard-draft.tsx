import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { AskDialog } from '../common/ask-dialog.js';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';

interface DiscardDraftProps { readonly address: string; readonly etag: string; readonly disabled: boolean; readonly published: boolean; readonly onDone: () => void }

/** Throws away what is not published; of a form that never was, all of it. */
export function DiscardDraft({ address, etag, disabled, published, onDone }: DiscardDraftProps) {
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  const discard = useAction((_input: string, idempotencyKey) => api<undefined>(`${address}/draft`, { method: 'DELETE', etag: `"${etag}"`, idempotencyKey }), { done: 'builder.discarded', onDone, onRefused: () => true });
  return (
    <>
      <Tooltip title={translate('builder.discard')}><span><IconButton aria-label={translate('builder.discard')} disabled={disabled} onClick={() => setAsking(true)}><DeleteIcon /></IconButton></span></Tooltip>
      {asking ? (
        <AskDialog negative title={translate('builder.discardTitle')} verb={translate('builder.discard')} busy={discard.isPending} error={discard.error} onClose={() => setAsking(false)} onSend={() => discard.mutate(etag)}>
          <Box>{translate(published ? 'builder.discardChanged' : 'builder.discardNew')}</Box>
        </AskDialog>
      ) : null}
    </>
  );
}

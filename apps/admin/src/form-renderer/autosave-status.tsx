import Typography from '@mui/material/Typography';
import { useSyncExternalStore } from 'react';
import type { Autosave } from './autosave.js';
import { useForm, useMessages } from './form-context.js';

/** Where the draft stands, in words; a failure is said aloud, a success is not. */
export function AutosaveStatus({ autosave }: { readonly autosave: Autosave }) {
  const { locale } = useForm();
  const messages = useMessages();
  const state = useSyncExternalStore(autosave.subscribe, autosave.snapshot);
  const time = state.kind === 'saved' ? new Date(state.at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' }) : '';
  const text = { clean: '', waiting: messages.saving, saving: messages.saving, saved: messages.saved(time), failed: messages.saveFailed }[state.kind];
  return (
    <Typography variant="caption" component="p" className="no-print" color={state.kind === 'failed' ? 'error' : 'text.secondary'} role={state.kind === 'failed' ? 'alert' : undefined} sx={{ minHeight: '1.45em' }}>
      {text}
    </Typography>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { PersonEmail as Email } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { AskDialog } from '../common/ask-dialog.js';
import { Section } from '../common/section.js';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { useApi } from '../data/use-api.js';

const LOOKS_RIGHT = /^[^\s<>@",;]+@[^\s<>@",;]+\.[^\s<>@",;.]{2,}$/;

/** Where a person's notifications go as mail; for those who manage people. */
export function PersonEmail({ person }: { readonly person: string }) {
  const translate = useTranslate();
  const path = `/people/${person}/email`;
  const email = useApi<Email>(path).data?.email;
  const [typed, setTyped] = useState<string | null>(null);
  const save = useAction((next: string, idempotencyKey) => api<Email>(path, { method: 'PUT', body: { email: next === '' ? null : next }, idempotencyKey }), {
    refresh: [path], done: 'mail.person.saved', onDone: () => setTyped(null), onRefused: () => true,
  });
  const next = (typed ?? '').trim();
  const ready = next === '' || LOOKS_RIGHT.test(next);
  return (
    <Section title={translate('mail.person.title')}>
      <Box sx={{ mb: 2, overflowWrap: 'anywhere', color: email ? undefined : 'text.secondary' }}>{email ?? translate('mail.person.none')}</Box>
      <Button variant="outlined" onClick={() => { save.reset(); setTyped(email ?? ''); }}>{translate('mail.person.verb')}</Button>
      {typed === null ? null : (
        <AskDialog title={translate('mail.person.verb')} verb={translate('mail.person.save')} ready={ready} busy={save.isPending} error={save.error} onClose={() => setTyped(null)} onSend={() => save.mutate(next)}>
          <TextField autoFocus type="email" label={translate('mail.person.label')} value={typed} onChange={(event) => setTyped(event.target.value)} error={!ready} helperText={translate(ready ? 'mail.person.hint' : 'mail.person.wrong')} slotProps={{ htmlInput: { maxLength: 254, autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } }} />
        </AskDialog>
      )}
    </Section>
  );
}

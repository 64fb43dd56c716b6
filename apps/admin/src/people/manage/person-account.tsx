import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { PersonAccount as Account, PersonRow } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { AskDialog } from '../../common/ask-dialog.js';
import { Facts } from '../../common/facts.js';
import { Section } from '../../common/section.js';
import { api } from '../../data/http.js';
import { fieldErrorOf } from '../../data/problem.js';
import { useAction } from '../../data/use-action.js';
import { ToneChip } from '../../theme/tone-chip.js';
import { PasswordDialog } from './password-dialog.js';

type Deed = 'open' | 'reset' | 'block' | 'unblock';

/** How a person signs in, and what an administrator may do about it. */
export function PersonAccount({ person, manage }: { readonly person: PersonRow; readonly manage: boolean }) {
  const translate = useTranslate();
  const [asked, setAsked] = useState<Deed | null>(null);
  const [login, setLogin] = useState('');
  const [given, setGiven] = useState<Account | null>(null);
  const path = `/people/${person.id}/account`;
  const act = useAction((deed: Deed, idempotencyKey) => {
    if (deed === 'open') return api<Account>(path, { method: 'POST', body: { login: login.trim().toLowerCase() }, idempotencyKey });
    if (deed === 'reset') return api<Account>(`${path}/password`, { method: 'POST', idempotencyKey });
    return api<Account>(path, { method: 'PUT', body: { blocked: deed === 'block' }, idempotencyKey });
  }, {
    refresh: ['/people'], done: (_account, deed) => translate(`account.done.${deed}`), onRefused: () => true,
    onDone: (account) => { setAsked(null); setGiven(account.password === null ? null : account); },
  });
  const ask = (deed: Deed) => () => { act.reset(); setAsked(deed); };
  const deeds: readonly Deed[] = person.login === null ? ['open'] : ['reset', person.blocked ? 'unblock' : 'block'];
  return (
    <Section title={translate('account.title')}>
      {person.login === null ? <Box sx={{ color: 'text.secondary', mb: manage ? 1.5 : 0 }}>{translate('account.none')}</Box> : (
        <Facts columns={2} facts={[
          { label: translate('session.login'), value: person.login },
          { label: translate('case.column.state'), value: <ToneChip tone={person.blocked ? 'stopped' : 'success'} label={translate(person.blocked ? 'account.blocked' : 'account.open')} /> },
        ]} />
      )}
      {manage ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: person.login === null ? 0 : 2 }}>
          {deeds.map((deed) => <Button key={deed} variant="outlined" color={deed === 'block' ? 'error' : 'primary'} onClick={ask(deed)}>{translate(`account.verb.${deed}`)}</Button>)}
        </Box>
      ) : null}
      {asked ? (
        <AskDialog title={translate(`account.verb.${asked}`)} verb={translate(`account.verb.${asked}`)} negative={asked === 'block'} ready={asked !== 'open' || login.trim() !== ''} busy={act.isPending} error={act.error} onClose={() => setAsked(null)} onSend={() => act.mutate(asked)}>
          <p>{translate(`account.ask.${asked}`, { name: person.fullName })}</p>
          {asked === 'open' ? <TextField required autoFocus label={translate('session.login')} value={login} onChange={(event) => setLogin(event.target.value)} error={fieldErrorOf(act.error, 'login') !== undefined} helperText={fieldErrorOf(act.error, 'login') ?? translate('account.loginHint')} slotProps={{ htmlInput: { maxLength: 60, autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } }} /> : null}
        </AskDialog>
      ) : null}
      {given ? <PasswordDialog account={given} onClose={() => setGiven(null)} /> : null}
    </Section>
  );
}

import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { NetworkLost, problemOf } from '../data/problem.js';
import { useErrorText } from '../data/use-error-text.js';
import { SessionFrame } from '../session/session-frame.js';
import { RespondWork } from './respond-work.js';
import { useLink } from './use-link.js';

const SAID: ReadonlySet<string> = new Set(['linkUnknown', 'linkWithdrawn', 'linkExpired', 'linkUsed', 'linkClosed', 'linkSessionOver', 'tooManyLinks']);

/** For somebody without an account: one task behind a personal link, or one sentence about why there is none. */
export default function RespondPage() {
  const translate = useTranslate();
  const link = useLink();
  const [sent, setSent] = useState(false);
  if (sent) return <SessionFrame title={translate('respond.sent')} text={translate('respond.thanks')}>{null}</SessionFrame>;
  if (link.data) return <RespondWork view={link.data} onSent={() => setSent(true)} />;
  if (link.error) return <Refused error={link.error} onRetry={() => void link.refetch()} />;
  return <SessionFrame title={translate('respond.opening')}><CircularProgress aria-label={translate('state.loading')} /></SessionFrame>;
}

function Refused({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const translate = useTranslate();
  const errorText = useErrorText();
  const code = problemOf(error)?.code ?? '';
  if (code === 'notSignedIn') return <SessionFrame title={translate('respond.missing')} text={translate('respond.missingText')}>{null}</SessionFrame>;
  return (
    <SessionFrame title={translate(`respond.${SAID.has(code) ? code : 'other'}`)} text={errorText(error)}>
      {error instanceof NetworkLost ? <Button variant="contained" onClick={onRetry}>{translate('state.retry')}</Button> : null}
    </SessionFrame>
  );
}

import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslate } from 'react-admin';
import { connectionNow, noteConnection, subscribeConnection } from '../data/connection.js';
import { API } from '../data/http.js';

const CHECK_MS = 4_000;

/** Says that the server cannot be reached, tries by itself, and reads everything again once it is back. */
export function ConnectionBanner() {
  const translate = useTranslate();
  const client = useQueryClient();
  const state = useSyncExternalStore(subscribeConnection, connectionNow);
  useEffect(() => {
    if (state === 'there') return undefined;
    const timer = setInterval(() => void check(() => void client.invalidateQueries()), CHECK_MS);
    return () => clearInterval(timer);
  }, [state, client]);
  if (state === 'there') return null;
  return (
    <Alert severity="warning" role="alert" className="no-print" sx={{ borderRadius: 0, alignItems: 'center', py: 0.25 }}
      action={<Button size="small" color="inherit" onClick={() => void check(() => void client.invalidateQueries())}>{translate('state.retry')}</Button>}>
      {translate('shell.offline')}
    </Alert>
  );
}

async function check(back: () => void): Promise<void> {
  try {
    const answer = await fetch(`${API}/session`, { credentials: 'same-origin', signal: AbortSignal.timeout(3_000) });
    // Any answer of the server itself will do; a proxy that stands before a dead one says 502 to 504.
    if (answer.status >= 502 && answer.status <= 504) return;
    noteConnection('there');
    back();
  } catch {
    // Still away: the next round tries again.
  }
}

import { useEffect } from 'react';
import { useTranslate, useLocaleState } from 'react-admin';
import { useLocation, useNavigate } from 'react-router';
import { countPage } from '../common/page.js';
import { api } from '../data/http.js';
import { sessionNow } from '../data/session-store.js';
import { SessionFrame } from './session-frame.js';
import { SignInForm } from './sign-in-form.js';

/** Where someone was going before the sign-in; only a path of our own, never another site. */
function destination(state: unknown): string {
  const next = typeof state === 'object' && state !== null && 'nextPathname' in state ? state.nextPathname : null;
  return typeof next === 'string' && /^\/(?!\/)/.test(next) && next !== '/login' ? next : '/tasks';
}

export function LoginPage() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const location = useLocation();
  const [, setLocale] = useLocaleState();
  useEffect(countPage, []);
  useEffect(() => {
    api<{ needed: boolean }>('/setup').then(({ needed }) => (needed ? navigate('/setup', { replace: true }) : undefined), () => undefined);
  }, [navigate]);
  return (
    <SessionFrame title={translate('session.title')}>
      <SignInForm onSignedIn={() => {
        const locale = sessionNow()?.locale;
        if (locale) void setLocale(locale);
        void navigate(destination(location.state), { replace: true });
      }} />
    </SessionFrame>
  );
}

import Avatar from '@mui/material/Avatar';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useLocaleState, useLogout, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { PopupMenu } from '../common/popup-menu.js';
import { useAction } from '../data/use-action.js';
import { useSession } from '../data/use-api.js';
import { api } from '../data/http.js';
import { setSession } from '../data/session-store.js';
import { queryClient } from '../data/query-client.js';
import { colour } from '../theme/tokens.js';
import type { SessionView } from '@reglament/contracts';

const initials = (name: string): string => name.split(/\s+/).slice(0, 2).map((part) => part.charAt(0)).join('');

export function UserMenu({ compact }: { readonly compact: boolean }) {
  const translate = useTranslate();
  const session = useSession();
  const navigate = useNavigate();
  const logout = useLogout();
  const [locale, setLocale] = useLocaleState();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const switchLanguage = useAction((next: 'ru' | 'en', idempotencyKey) => api<SessionView>('/session', { method: 'PATCH', body: { locale: next }, idempotencyKey }), {
    onDone: (view) => {
      setSession(view);
      void setLocale(view.locale);
      void queryClient.invalidateQueries();
    },
  });
  if (!session) return null;
  const close = (): void => setAnchor(null);
  const roles = [...new Set(session.roles.map((role) => role.title))].join(', ');
  return (
    <>
      <Button color="inherit" aria-haspopup="menu" aria-expanded={anchor !== null} aria-label={translate('shell.user', { name: session.person.title })} onClick={(event) => setAnchor(event.currentTarget)} sx={{ gap: 1, minWidth: 0, px: 1, flexShrink: 0 }}>
        <Avatar aria-hidden sx={{ width: 32, height: 32, fontSize: '0.75rem', fontWeight: 600, bgcolor: colour.brandTint, color: colour.brandDark }}>{initials(session.person.title)}</Avatar>
        {compact ? null : <Box component="span" sx={{ maxWidth: 170, overflow: 'hidden', textOverflow: 'ellipsis', fontSize: '0.8125rem' }}>{session.person.title}</Box>}
      </Button>
      <PopupMenu anchorEl={anchor} onClose={close} anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} transformOrigin={{ vertical: 'top', horizontal: 'right' }}>
        <MenuItem disabled sx={{ display: 'block', opacity: '1 !important', maxWidth: 320, whiteSpace: 'normal' }}>
          <Box sx={{ fontWeight: 600 }}>{session.person.title}</Box>
          <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{session.organisation.title}</Box>
          {roles ? <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{roles}</Box> : null}
        </MenuItem>
        <Divider component="li" />
        <MenuItem lang={locale === 'ru' ? 'en' : 'ru'} onClick={() => { close(); switchLanguage.mutate(locale === 'ru' ? 'en' : 'ru'); }}>{locale === 'ru' ? 'English' : 'Русский'}</MenuItem>
        <MenuItem onClick={() => { close(); void navigate('/password'); }}>{translate('shell.password')}</MenuItem>
        <Divider component="li" />
        <MenuItem onClick={() => { close(); void logout(); }}>{translate('shell.signOut')}</MenuItem>
      </PopupMenu>
    </>
  );
}

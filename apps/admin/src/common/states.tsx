import BlockedIcon from '@mui/icons-material/LockOutlined';
import BrokenIcon from '@mui/icons-material/CloudOffOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import InboxIcon from '@mui/icons-material/InboxOutlined';
import Skeleton from '@mui/material/Skeleton';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { problemOf } from '../data/problem.js';
import { useErrorText } from '../data/use-error-text.js';
import { colour } from '../theme/tokens.js';

interface StateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly text?: ReactNode;
  readonly action?: ReactNode;
  readonly role?: 'alert' | 'status';
}

/** The shared figure of every screen that has nothing to show: what is so, why, and what to do next. */
export function StateView({ icon, title, text, action, role }: StateProps) {
  return (
    <Box role={role} sx={{ display: 'grid', justifyItems: 'center', gap: 1, textAlign: 'center', px: 3, py: { xs: 5, md: 7 } }}>
      <Box aria-hidden sx={{ display: 'grid', placeItems: 'center', width: 56, height: 56, borderRadius: '50%', bgcolor: colour.canvas, color: 'text.secondary', mb: 0.5, '& svg': { fontSize: 28 } }}>
        {icon ?? <InboxIcon />}
      </Box>
      <Box component="p" sx={{ fontSize: '1rem', fontWeight: 600 }}>{title}</Box>
      {text ? <Box component="p" sx={{ color: 'text.secondary', maxWidth: 460 }}>{text}</Box> : null}
      {action ? <Box sx={{ mt: 1.5 }}>{action}</Box> : null}
    </Box>
  );
}

/** An error that took the place of content. Another's object and no object look alike (the server says 404 for both). */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const translate = useTranslate();
  const errorText = useErrorText();
  const status = problemOf(error)?.status;
  if (status === 403 || status === 404) {
    const key = status === 403 ? 'noRights' : 'notFound';
    return <StateView role="alert" icon={<BlockedIcon />} title={translate(`state.${key}.title`)} text={translate(`state.${key}.text`)} />;
  }
  return (
    <StateView
      role="alert"
      icon={<BrokenIcon />}
      title={translate('state.error.title')}
      text={errorText(error)}
      action={onRetry ? <Button variant="contained" onClick={onRetry}>{translate('state.retry')}</Button> : undefined}
    />
  );
}

export function NoRights() {
  const translate = useTranslate();
  return <StateView icon={<BlockedIcon />} title={translate('state.noRights.title')} text={translate('state.noRights.text')} />;
}

export function RowsSkeleton({ rows = 6 }: { readonly rows?: number }) {
  const translate = useTranslate();
  return (
    <Box role="status" aria-label={translate('state.loading')} sx={{ p: 1.5 }}>
      {Array.from({ length: rows }, (_, index) => (
        <Box key={index} sx={{ display: 'flex', gap: 2, alignItems: 'center', py: 1.25 }}>
          <Skeleton variant="text" width={`${58 - ((index * 13) % 30)}%`} height={20} />
          <Box sx={{ flex: 1 }} />
          <Skeleton variant="rounded" width={86} height={20} />
        </Box>
      ))}
    </Box>
  );
}

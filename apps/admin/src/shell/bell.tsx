import Badge from '@mui/material/Badge';
import BellIcon from '@mui/icons-material/NotificationsNoneOutlined';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useCounts } from './use-counts.js';

const BellList = lazy(() => import('./bell-list.js'));

export function Bell() {
  const translate = useTranslate();
  const unread = useCounts()?.unreadNotifications ?? 0;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const label = unread > 0 ? translate('bell.unread', { smart_count: unread }) : translate('bell.title');
  return (
    <>
      <Tooltip title={label}>
        <IconButton aria-label={label} aria-haspopup="dialog" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
          <Badge badgeContent={unread} color="error" max={99}><BellIcon /></Badge>
        </IconButton>
      </Tooltip>
      {anchor ? <Suspense fallback={null}><BellList anchor={anchor} unread={unread} onClose={() => setAnchor(null)} /></Suspense> : null}
    </>
  );
}

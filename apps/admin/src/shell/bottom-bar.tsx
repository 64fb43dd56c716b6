import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import MoreIcon from '@mui/icons-material/MoreHoriz';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, NavLink } from 'react-router';
import { PopupMenu } from '../common/popup-menu.js';
import { useSession } from '../data/use-api.js';
import { colour, size } from '../theme/tokens.js';
import { allowed, MENU } from './menu-items.js';
import { useRegistries } from '../registries/use-registries.js';
import { useCounts } from './use-counts.js';

const item = {
  flex: 1, display: 'grid', justifyItems: 'center', alignContent: 'center', gap: '2px', color: colour.inkSoft, textDecoration: 'none', fontSize: '0.6875rem', border: 0,
  background: 'none', font: 'inherit', minWidth: 0, '& > span:last-of-type': { fontSize: '0.6875rem' }, '&.active': { color: colour.brand, fontWeight: 600 },
} as const;

export function BottomBar() {
  const translate = useTranslate();
  const session = useSession();
  const counts = useCounts();
  const registries = useRegistries().length > 0;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const entries = allowed(MENU.flatMap((group) => group.entries), session?.may ?? [], registries);
  const [direct, more] = [entries.slice(0, 3), entries.slice(3)];
  return (
    <Box component="nav" aria-label={translate('shell.navigation')} sx={{
      position: 'fixed', insetInline: 0, bottom: 0, zIndex: 1100, height: size.bottomBar, display: 'flex', bgcolor: colour.surface, borderTop: `1px solid ${colour.line}`,
    }}>
      {direct.map(({ to, label, icon: Icon }) => (
        <Box component={NavLink} key={to} to={to} sx={item}>
          <Badge badgeContent={to === '/tasks' ? counts?.mine : 0} color="primary" max={99}><Icon aria-hidden /></Badge>
          <span>{translate(label)}</span>
        </Box>
      ))}
      {more.length > 0 ? (
        <Box component="button" type="button" aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)} sx={item}>
          <MoreIcon aria-hidden />
          <span>{translate('shell.more')}</span>
        </Box>
      ) : null}
      <PopupMenu anchorEl={anchor} onClose={() => setAnchor(null)} anchorOrigin={{ vertical: 'top', horizontal: 'right' }} transformOrigin={{ vertical: 'bottom', horizontal: 'right' }}>
        {more.map(({ to, label, icon: Icon }) => (
          <MenuItem key={to} component={Link} to={to} onClick={() => setAnchor(null)} sx={{ gap: 1.5, minHeight: 44 }}><Icon fontSize="small" aria-hidden />{translate(label)}</MenuItem>
        ))}
      </PopupMenu>
    </Box>
  );
}

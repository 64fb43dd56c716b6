import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useTranslate } from 'react-admin';
import { NavLink } from 'react-router';
import { colour } from '../theme/tokens.js';
import type { MenuEntry } from './menu-items.js';

interface NavigationItemProps {
  readonly entry: MenuEntry;
  readonly collapsed: boolean;
  readonly count?: number;
}

export function NavigationItem({ entry, collapsed, count }: NavigationItemProps) {
  const translate = useTranslate();
  const label = translate(entry.label);
  const Icon = entry.icon;
  return (
    <Tooltip title={collapsed ? label : ''} placement="right">
      <Box component={NavLink} to={entry.to} aria-label={collapsed ? label : undefined} sx={{
        display: 'flex', alignItems: 'center', justifyContent: collapsed ? 'center' : 'flex-start', gap: 1.25, minHeight: 38, px: 1.25, my: '2px', borderRadius: '8px',
        color: colour.ink, textDecoration: 'none', fontSize: '0.875rem', position: 'relative',
        '& svg': { fontSize: 20, color: colour.inkSoft },
        '&:hover': { bgcolor: colour.canvas },
        '&.active': { bgcolor: colour.brandTint, color: colour.brandDark, fontWeight: 600 },
        '&.active svg': { color: colour.brand },
      }}>
        <Icon aria-hidden />
        {collapsed ? null : <Box component="span" sx={{ flex: 1 }}>{label}</Box>}
        {count && !collapsed ? (
          <Box component="span" sx={{ minWidth: 22, px: 0.75, textAlign: 'center', borderRadius: '6px', bgcolor: colour.brand, color: '#fff', fontSize: '0.75rem', fontWeight: 600, lineHeight: '20px' }}>{count}</Box>
        ) : null}
        {count && collapsed ? <Box component="span" aria-hidden sx={{ position: 'absolute', top: 6, right: 8, width: 8, height: 8, borderRadius: '50%', bgcolor: colour.brand }} /> : null}
      </Box>
    </Tooltip>
  );
}

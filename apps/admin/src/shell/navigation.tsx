import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import CollapseIcon from '@mui/icons-material/KeyboardDoubleArrowLeft';
import ExpandIcon from '@mui/icons-material/KeyboardDoubleArrowRight';
import { useTranslate } from 'react-admin';
import { useSession } from '../data/use-api.js';
import { colour, size } from '../theme/tokens.js';
import { Brand } from './brand.js';
import { allowed, MENU } from './menu-items.js';
import { NavigationItem } from './navigation-item.js';
import { useRegistries } from '../registries/use-registries.js';
import { useCounts } from './use-counts.js';

interface NavigationProps {
  readonly collapsed: boolean;
  readonly onToggle: () => void;
}

export function Navigation({ collapsed, onToggle }: NavigationProps) {
  const translate = useTranslate();
  const session = useSession();
  const counts = useCounts();
  const registries = useRegistries().length > 0;
  const toggle = translate(collapsed ? 'shell.expand' : 'shell.collapse');
  return (
    <Box component="nav" aria-label={translate('shell.navigation')} sx={{
      width: collapsed ? size.navCollapsed : size.nav, flex: 'none', position: 'sticky', top: 0, height: '100vh', display: 'flex', flexDirection: 'column',
      bgcolor: colour.surface, borderRight: `1px solid ${colour.line}`, overflowY: 'auto', overflowX: 'hidden',
    }}>
      <Brand compact={collapsed} />
      <Box sx={{ flex: 1, px: 1, pb: 2 }}>
        {MENU.map(({ label, entries }) => {
          const shown = allowed(entries, session?.may ?? [], registries);
          if (shown.length === 0) return null;
          return (
            <Box key={label} role="group" aria-label={translate(label)} sx={{ mt: 1.5 }}>
              {collapsed ? null : <Box aria-hidden sx={{ px: 1.25, pb: 0.5, fontSize: '0.6875rem', fontWeight: 600, letterSpacing: '.04em', color: colour.inkFaint }}>{translate(label)}</Box>}
              {shown.map((entry) => (
                <NavigationItem key={entry.to} entry={entry} collapsed={collapsed} count={entry.to === '/tasks' ? counts?.mine : undefined} />
              ))}
            </Box>
          );
        })}
      </Box>
      <Box sx={{ p: 1, borderTop: `1px solid ${colour.line}`, textAlign: collapsed ? 'center' : 'right' }}>
        <Tooltip title={toggle} placement="right"><IconButton size="small" aria-label={toggle} aria-expanded={!collapsed} onClick={onToggle}>{collapsed ? <ExpandIcon /> : <CollapseIcon />}</IconButton></Tooltip>
      </Box>
    </Box>
  );
}

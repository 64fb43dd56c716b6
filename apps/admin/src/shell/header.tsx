import Box from '@mui/material/Box';
import { colour, size } from '../theme/tokens.js';
import { Brand } from './brand.js';
import { Bell } from './bell.js';
import { ClockBadge } from './clock-badge.js';
import { GlobalSearch } from './global-search.js';
import { StartMenu } from './start-menu.js';
import { SubstitutionHint } from './substitution-hint.js';
import { UserMenu } from './user-menu.js';

export function Header({ wide }: { readonly wide: boolean }) {
  return (
    <Box component="header" sx={{
      position: 'sticky', top: 0, zIndex: 1050, minHeight: size.header, display: 'flex', alignItems: 'center', gap: { xs: 0.5, sm: 1 }, px: { xs: 1, sm: 2.5, lg: 3.5 },
      bgcolor: colour.surface, borderBottom: `1px solid ${colour.line}`,
    }}>
      {wide ? <GlobalSearch /> : <Brand compact />}
      <Box sx={{ flex: 1 }} />
      {wide ? <SubstitutionHint /> : null}
      <ClockBadge compact={!wide} />
      <StartMenu compact={!wide} />
      <Bell />
      <UserMenu compact={!wide} />
    </Box>
  );
}

import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { Suspense, useRef, type ReactNode } from 'react';
import { useStore } from 'react-admin';
import { Navigate, useLocation } from 'react-router';
import { RowsSkeleton } from '../common/states.js';
import { useLiveUpdates } from '../data/live-updates.js';
import { useSession } from '../data/use-api.js';
import { ExpiredDialog } from '../session/expired-dialog.js';
import { size } from '../theme/tokens.js';
import { BottomBar } from './bottom-bar.js';
import { ConnectionBanner } from './connection-banner.js';
import { Header } from './header.js';
import { Navigation } from './navigation.js';
import { PageErrors } from './page-errors.js';
import { SkipLink } from './skip-link.js';

/** Navigation, header, page. On a phone the navigation becomes a bar at the bottom, within reach of a thumb. */
export function AppLayout({ children }: { readonly children: ReactNode }) {
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const [collapsed, setCollapsed] = useStore('navigation.collapsed', false);
  const session = useSession();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  useLiveUpdates(session !== null);
  if (session === null && pathname === '/login') return <Navigate to="/" />;
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex' }}>
      <SkipLink target={main} />
      {wide ? <Navigation collapsed={collapsed} onToggle={() => setCollapsed(!collapsed)} /> : null}
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <Header wide={wide} />
        <ConnectionBanner />
        <Box component="main" ref={main} tabIndex={-1} id="main" sx={{ flex: 1, px: { xs: 1.5, sm: 2.5, lg: 3.5 }, pt: { xs: 2, md: 2.5 }, pb: { xs: `${size.bottomBar + 24}px`, md: 5 } }}>
          <PageErrors key={pathname}>
            <Suspense fallback={<RowsSkeleton rows={8} />}>{children}</Suspense>
          </PageErrors>
        </Box>
      </Box>
      {wide ? null : <BottomBar />}
      <ExpiredDialog />
    </Box>
  );
}

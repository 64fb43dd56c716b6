import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, type ReactNode } from 'react';
import { size } from '../theme/tokens.js';
import { useTranslate } from 'react-admin';

interface PageProps {
  readonly title: string;
  /** Over the title: where this stands. */
  readonly above?: ReactNode;
  /** Beside the title. */
  readonly badge?: ReactNode;
  readonly below?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

let pagesOpened = 0;

/** For a page with a frame of its own (signing in): what comes after it is a change of page. */
export function countPage(): void {
  pagesOpened += 1;
}

/** Head and body of a page. The title goes to the browser's tab, and focus goes to it after a change of page (WCAG 2.4.3). */
export function Page({ title, above, badge, below, actions, children }: PageProps) {
  const translate = useTranslate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    countPage();
    if (pagesOpened > 1 && (document.activeElement === document.body || document.activeElement === null)) heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, []);
  useEffect(() => {
    document.title = `${title} — ${translate('app.name')}`;
  }, [title, translate]);
  return (
    <Box sx={{ maxWidth: size.page, mx: 'auto' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 1.5, mb: { xs: 1.5, sm: 2 } }}>
        <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
          {above ? <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary', mb: 0.5 }}>{above}</Box> : null}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.25, rowGap: 0.5 }}>
            <Typography variant="h1" ref={heading} tabIndex={-1}>{title}</Typography>
            {badge}
          </Box>
          {below ? <Box sx={{ mt: 0.75, color: 'text.secondary', fontSize: '0.8125rem' }}>{below}</Box> : null}
        </Box>
        {actions ? <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{actions}</Box> : null}
      </Box>
      {children}
    </Box>
  );
}

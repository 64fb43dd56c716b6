import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useEffect, type ReactNode } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { Brand } from '../shell/brand.js';
import { colour } from '../theme/tokens.js';

interface SessionFrameProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** The page before the panel: sign-in and first run. */
export function SessionFrame({ title, text, children }: SessionFrameProps) {
  const translate = useTranslate();
  const [locale, setLocale] = useLocaleState();
  const other = locale === 'ru' ? 'en' : 'ru';
  useEffect(() => {
    document.title = `${title} — ${translate('app.name')}`;
  }, [title, translate]);
  return (
    <Box sx={{ minHeight: '100vh', display: 'grid', gridTemplateRows: '1fr auto', bgcolor: colour.canvas }}>
      <Box component="main" sx={{ display: 'grid', placeItems: 'center', p: 2 }}>
        <Paper sx={{ width: '100%', maxWidth: 420, p: { xs: 2.5, sm: 4 }, border: `1px solid ${colour.line}`, boxShadow: '0 12px 40px rgba(23,32,46,.06)' }}>
          <Box sx={{ mx: -2, mt: -1 }}><Brand /></Box>
          <Typography variant="h1" sx={{ mt: 2, mb: text ? 0.5 : 2.5 }}>{title}</Typography>
          {text ? <Typography sx={{ color: 'text.secondary', mb: 2.5 }}>{text}</Typography> : null}
          {children}
        </Paper>
      </Box>
      <Box component="footer" sx={{ display: 'flex', justifyContent: 'center', alignItems: 'center', gap: 2, p: 2, color: 'text.secondary', fontSize: '0.8125rem' }}>
        <span>{translate('app.tagline')}</span>
        <Button size="small" lang={other} onClick={() => void setLocale(other)}>{other === 'en' ? 'English' : 'Русский'}</Button>
      </Box>
    </Box>
  );
}

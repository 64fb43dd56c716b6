import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { RespondView } from '@reglament/contracts';
import { useEffect, type ReactNode } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { formatDate } from '../common/dates.js';
import { Dotted } from '../common/dotted.js';
import { useLanguage } from '../common/use-language.js';
import { Brand } from '../shell/brand.js';
import { colour } from '../theme/tokens.js';

const WIDTH = 880;

/** The respondent's page around the form: what is asked, for whom, by when. No menu: there is nothing else here. */
export function RespondFrame({ view, children }: { readonly view: RespondView; readonly children: ReactNode }) {
  const translate = useTranslate();
  const language = useLanguage();
  const [locale, setLocale] = useLocaleState();
  const other = locale === 'ru' ? 'en' : 'ru';
  useEffect(() => {
    document.title = `${view.title} — ${translate('app.name')}`;
  }, [view.title, translate]);
  return (
    <Box sx={{ minHeight: '100vh', bgcolor: colour.canvas }}>
      <Box component="header" sx={{ bgcolor: colour.surface, borderBottom: `1px solid ${colour.line}` }}>
        <Box sx={{ maxWidth: WIDTH, mx: 'auto', display: 'flex', alignItems: 'center', justifyContent: 'space-between', pr: 2 }}>
          <Brand />
          <Button size="small" lang={other} onClick={() => void setLocale(other)}>{other === 'en' ? 'English' : 'Русский'}</Button>
        </Box>
      </Box>
      <Box component="main" sx={{ maxWidth: WIDTH, mx: 'auto', p: { xs: 1.5, sm: 3 } }}>
        <Typography variant="h1" sx={{ mb: 0.5, overflowWrap: 'anywhere' }}>{view.title}</Typography>
        <Box sx={{ color: 'text.secondary', mb: 1 }}>
          <Dotted>
            {view.organisation ? translate('respond.for', { name: view.organisation.title }) : ''}
            {view.dueAt ? <Box component="span" sx={{ fontWeight: 600, color: 'text.primary' }}>{translate('respond.due', { date: formatDate(view.dueAt, language) })}</Box> : ''}
            {translate('respond.until', { date: formatDate(view.expiresAt, language) })}
          </Dotted>
        </Box>
        {view.description ? <Typography sx={{ mb: 1, whiteSpace: 'pre-line' }}>{view.description}</Typography> : null}
        <Typography sx={{ mb: 2, fontSize: '0.8125rem', color: 'text.secondary' }}>{translate('respond.privacy')}</Typography>
        {children}
      </Box>
    </Box>
  );
}

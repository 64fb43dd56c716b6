import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { businessNow } from '../data/session-store.js';
import { TONES } from '../theme/tone.js';
import { formatDateTime, formatDay } from './dates.js';
import { termWords, type Term } from './term.js';
import { useLanguage } from './use-language.js';

/** «3 дек · осталось 3 р. д.»; the exact moment is in the title. */
export function TermLabel({ term, inline = false }: { readonly term: Term; readonly inline?: boolean }) {
  const translate = useTranslate();
  const language = useLanguage();
  const now = businessNow();
  const { key, count, tone } = termWords(term, now);
  if (term.dueAt === null) return <Box component="span" sx={{ color: 'text.secondary' }}>{translate('term.none')}</Box>;
  const urgent = tone === 'stopped' || tone === 'attention';
  return (
    <Box component="span" title={term.duePreliminary === true ? `${formatDateTime(term.dueAt, language)}. ${translate('term.preliminaryWhy')}` : formatDateTime(term.dueAt, language)} sx={{ display: inline ? 'inline' : 'block', whiteSpace: 'nowrap' }}>
      <Box component="span" sx={{ display: inline ? 'inline' : 'block', fontWeight: urgent ? 600 : 500, color: urgent ? TONES[tone].text : 'text.primary' }}>
        {translate(`term.${key}`, { smart_count: count })}
      </Box>
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
        {inline ? ' · ' : ''}
        {formatDay(term.dueAt, language, now)}
        {term.duePreliminary === true ? ` · ${translate('term.preliminary')}` : ''}
      </Box>
    </Box>
  );
}

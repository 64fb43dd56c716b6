import SwapIcon from '@mui/icons-material/SwapHorizOutlined';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { formatDate } from '../common/dates.js';
import { useLanguage } from '../common/use-language.js';
import { useSession } from '../data/use-api.js';
import { TONES } from '../theme/tone.js';

/** «Вы замещаете: …»: whose work stands in the list beside one's own. */
export function SubstitutionHint({ block = false }: { readonly block?: boolean }) {
  const translate = useTranslate();
  const language = useLanguage();
  const session = useSession();
  if (!session || session.substitutes.length === 0) return null;
  const names = session.substitutes.map(({ absent, until }) => translate('shell.substituteUntil', { name: absent.title, date: formatDate(until, language) })).join('; ');
  return (
    <Box role="note" title={names} sx={{
      display: 'flex', alignItems: 'center', gap: 0.75, px: 1.25, py: 0.5, borderRadius: '8px', fontSize: '0.8125rem', color: TONES.waiting.text, bgcolor: TONES.waiting.tint,
      minWidth: 0, ...(block ? { mb: 1.5 } : { maxWidth: 300, flexShrink: 1 }),
    }}>
      <SwapIcon aria-hidden sx={{ fontSize: 18, flex: 'none' }} />
      <Box component="span" sx={block ? {} : { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{translate('shell.substitutes', { names })}</Box>
    </Box>
  );
}

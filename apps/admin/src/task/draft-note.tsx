import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { formatTime } from '../common/dates.js';
import { useLanguage } from '../common/use-language.js';
import { useErrorText } from '../data/use-error-text.js';
import { TONES } from '../theme/tone.js';
import type { DraftState } from './use-draft.js';

/** «Сохранено в 14:05»: what became of what was typed. */
export function DraftNote({ state }: { readonly state: DraftState }) {
  const translate = useTranslate();
  const language = useLanguage();
  const errorText = useErrorText();
  const text = ((): string => {
    switch (state.type) {
      case 'untouched': return translate('draft.untouched');
      case 'typing': return translate('draft.typing');
      case 'saving': return translate('draft.saving');
      case 'saved': return translate('draft.saved', { time: formatTime(state.at, language) });
      case 'offline': return translate(state.kept ? 'draft.offline' : 'draft.offlineLost');
      case 'refused': return translate('draft.refused', { reason: errorText(state.error) });
    }
  })();
  const bad = state.type === 'offline' || state.type === 'refused';
  return <Box role="status" sx={{ display: { xs: state.type === 'untouched' ? 'none' : 'block', sm: 'block' }, fontSize: '0.8125rem', color: bad ? TONES.attention.text : 'text.secondary', fontWeight: bad ? 500 : 400 }}>{text}</Box>;
}

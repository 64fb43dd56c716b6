import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { formatTime } from '../common/dates.js';
import { useLanguage } from '../common/use-language.js';
import { TONES } from '../theme/tone.js';
import type { StartDraftState } from './use-start-draft.js';

/** What became of what was typed for a case that has not begun, and a way to begin anew. */
export function StartDraftNote({ state, onForget }: { readonly state: StartDraftState; readonly onForget: () => void }) {
  const translate = useTranslate();
  const language = useLanguage();
  const refused = state.type === 'refused';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, minHeight: 32, fontSize: '0.8125rem', color: refused ? TONES.attention.text : 'text.secondary' }}>
      <Box role="status">{state.type === 'kept' ? translate('start.kept', { time: formatTime(state.at, language) }) : refused ? translate('start.notKept') : ''}</Box>
      {state.type === 'untouched' ? null : <Button size="small" color="secondary" onClick={onForget}>{translate('start.afresh')}</Button>}
    </Box>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import Switch from '@mui/material/Switch';
import Tooltip from '@mui/material/Tooltip';
import RedoIcon from '@mui/icons-material/Redo';
import UndoIcon from '@mui/icons-material/Undo';
import type { ReactElement, ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { OpenDraft } from './use-form-draft.js';

interface BuilderBarProps {
  readonly draft: OpenDraft;
  readonly english: boolean;
  readonly onEnglish: (english: boolean) => void;
  readonly faults: number;
  readonly onPublish: () => void;
  readonly discard: ReactNode;
}

/** Whether everything is kept, the ways back and forth, and publishing. */
export function BuilderBar({ draft, english, onEnglish, faults, onPublish, discard }: BuilderBarProps) {
  const translate = useTranslate();
  const { history, dispatch, state, isSaved } = draft;
  const step = (type: 'undo' | 'redo', possible: boolean, icon: ReactElement) => (
    <Tooltip title={translate(`builder.${type}`)}><span><IconButton aria-label={translate(`builder.${type}`)} disabled={!possible} onClick={() => dispatch({ type })}>{icon}</IconButton></span></Tooltip>
  );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <Box role="status" sx={{ fontSize: '0.8125rem', color: state === 'offline' || state === 'refused' ? 'error.main' : 'text.secondary' }}>{translate(`builder.saving.${state}`)}</Box>
      {step('undo', history.past.length > 0, <UndoIcon />)}
      {step('redo', history.future.length > 0, <RedoIcon />)}
      {discard}
      <FormControlLabel control={<Switch size="small" checked={english} onChange={(_event, on) => onEnglish(on)} />} label={translate('builder.english')} />
      <Button variant="contained" disabled={!isSaved || faults > 0 || draft.problems.length > 0} onClick={onPublish}>{translate('builder.publish')}</Button>
      {faults > 0 ? <Box sx={{ fontSize: '0.8125rem', color: 'error.main' }}>{translate('builder.faults', { smart_count: faults })}</Box> : null}
    </Box>
  );
}


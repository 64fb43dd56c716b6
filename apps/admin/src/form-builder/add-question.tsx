import Button from '@mui/material/Button';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import AddIcon from '@mui/icons-material/Add';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { KIND_ICONS } from './kind-icons.js';
import { QUESTION_KINDS, type QuestionKind } from './model/question-kinds.js';

/** The palette: what can be asked, in words. */
export function AddQuestion({ section, onAdd }: { readonly section: string; readonly onAdd: (kind: QuestionKind) => void }) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button startIcon={<AddIcon />} variant="outlined" ref={button} aria-haspopup="menu" aria-expanded={open} aria-label={translate('builder.addQuestionTo', { section })} onClick={() => setOpen(true)} sx={{ minHeight: 40 }}>
        {translate('builder.addQuestion')}
      </Button>
      {/* It stays in its landmark while it closes: a menu whose container goes away with its anchor never ends closing, and lies over the page. */}
      <Menu open={open} anchorEl={() => button.current as HTMLButtonElement} container={() => button.current?.closest('main') ?? null} disableScrollLock disableRestoreFocus onClose={() => { setOpen(false); button.current?.focus(); }} slotProps={{ list: { 'aria-label': translate('builder.palette') }, paper: { sx: { maxHeight: 480, width: 340, maxWidth: 'calc(100vw - 32px)' } } }}>
        {QUESTION_KINDS.map((kind) => {
          const Icon = KIND_ICONS[kind];
          return (
            <MenuItem key={kind} onClick={() => { setOpen(false); onAdd(kind); }} sx={{ whiteSpace: 'normal', alignItems: 'flex-start', py: 0.75 }}>
              <ListItemIcon sx={{ mt: 0.25 }}><Icon fontSize="small" aria-hidden /></ListItemIcon>
              <ListItemText primary={translate(`builder.kind.${kind}`)} secondary={translate(`builder.kindHint.${kind}`)} slotProps={{ primary: { sx: { fontSize: '0.875rem' } }, secondary: { sx: { fontSize: '0.75rem' } } }} />
            </MenuItem>
          );
        })}
      </Menu>
    </>
  );
}

import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import DownIcon from '@mui/icons-material/KeyboardArrowDown';
import DragIcon from '@mui/icons-material/DragIndicator';
import UpIcon from '@mui/icons-material/KeyboardArrowUp';
import WrongIcon from '@mui/icons-material/ErrorOutlined';
import { memo, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { colour } from '../theme/tokens.js';
import { KIND_ICONS } from './kind-icons.js';
import type { QuestionKind } from './model/question-kinds.js';

export interface QuestionCardProps {
  readonly path: string;
  readonly number: number | null;
  readonly title: string;
  readonly kind: QuestionKind | null;
  readonly required: boolean;
  readonly conditional: boolean;
  /** Problems in words, one a line; a string, so that an untouched card is not drawn again. */
  readonly wrong: string;
  readonly open: boolean;
  readonly onOpen: (path: string) => void;
  readonly onStep: (path: string, by: -1 | 1) => void;
  readonly onDrop: (dragged: string, target: string, after: boolean) => void;
  readonly children?: ReactNode;
}

const DRAGGED = 'application/x-reglament-question';

/** One question in the list: its words and what is wrong with it; opened, its settings. It is moved by its handle, its arrows, or Alt with an arrow key. */
export const QuestionCard = memo(function QuestionCard({ path, number, title, kind, required, conditional, wrong, open, onOpen, onStep, onDrop, children }: QuestionCardProps) {
  const translate = useTranslate();
  const [over, setOver] = useState<'before' | 'after' | null>(null);
  const Icon = KIND_ICONS[kind ?? 'other'];
  const name = title || translate('builder.untitled');
  return (
    <Box component="li" data-question={path}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        const box = event.currentTarget.getBoundingClientRect();
        setOver(event.clientY > box.top + box.height / 2 ? 'after' : 'before');
      }}
      onDragLeave={() => setOver(null)}
      onDrop={(event) => { const dragged = event.dataTransfer.getData(DRAGGED); setOver(null); if (dragged !== '' && dragged !== path) onDrop(dragged, path, over === 'after'); }}
      sx={{
        listStyle: 'none', borderRadius: '8px', bgcolor: colour.surface, border: `1px solid ${wrong ? colour.danger : open ? colour.brand : colour.line}`,
        boxShadow: over === 'before' ? `0 -3px 0 ${colour.brand}` : over === 'after' ? `0 3px 0 ${colour.brand}` : 'none',
      }}>
      <Box sx={{ display: 'flex', alignItems: 'center', pr: 0.5 }}>
        <Box component="span" draggable aria-hidden title={translate('builder.drag')} onDragStart={(event) => { event.dataTransfer.setData(DRAGGED, path); event.dataTransfer.effectAllowed = 'move'; }}
          sx={{ display: 'grid', placeItems: 'center', width: 32, alignSelf: 'stretch', cursor: 'grab', color: colour.inkFaint }}><DragIcon fontSize="small" /></Box>
        <ButtonBase aria-expanded={open} onClick={() => onOpen(path)}
          onKeyDown={(event) => { if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) { event.preventDefault(); onStep(path, event.key === 'ArrowUp' ? -1 : 1); } }}
          sx={{ flex: 1, minWidth: 0, minHeight: 48, justifyContent: 'flex-start', textAlign: 'left', gap: 1, py: 0.75, borderRadius: '8px' }}>
          <Icon fontSize="small" aria-hidden sx={{ color: colour.inkSoft }} />
          <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            <Box component="span" sx={{ display: 'block', fontWeight: 500, color: title ? undefined : colour.inkFaint }}>{number === null ? '' : `${number}. `}{name}{required ? <Box component="span" sx={{ color: colour.danger }} aria-label={translate('builder.required')}> *</Box> : null}</Box>
            <Box component="span" sx={{ display: 'block', fontSize: '0.75rem', color: colour.inkFaint }}>{translate(`builder.kind.${kind ?? 'other'}`)}{conditional ? ` · ${translate('builder.conditional')}` : ''}</Box>
          </Box>
        </ButtonBase>
        <IconButton size="small" aria-label={translate('builder.up', { name })} onClick={() => onStep(path, -1)}><UpIcon /></IconButton>
        <IconButton size="small" aria-label={translate('builder.down', { name })} onClick={() => onStep(path, 1)}><DownIcon /></IconButton>
      </Box>
      {wrong ? <Box role="status" sx={{ display: 'flex', gap: 0.75, px: 1.5, pb: 1, color: colour.danger, fontSize: '0.8125rem', whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}><WrongIcon fontSize="small" aria-hidden />{wrong}</Box> : null}
      {open ? <Box sx={{ px: { xs: 1.5, sm: 2 }, pb: 2, borderTop: `1px solid ${colour.line}` }}>{children}</Box> : null}
    </Box>
  );
});

import ArrowDownIcon from '@mui/icons-material/ArrowDownward';
import ArrowUpIcon from '@mui/icons-material/ArrowUpward';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import type { KeyboardEvent, ReactNode } from 'react';
import { useMessages } from '../form-context.js';

const Box = styled('li')(({ theme }) => ({
  border: `1px solid ${theme.palette.divider}`,
  borderRadius: theme.shape.borderRadius,
  padding: theme.spacing(1, 1.5, 1.5),
  breakInside: 'avoid',
}));

const Head = styled('div')(({ theme }) => ({
  ...theme.typography.subtitle1,
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  marginBottom: theme.spacing(1),
  '& .Mui-disabled': { opacity: 0.35 },
  '& > span': { flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
}));

interface RowBoxProps {
  readonly title: ReactNode;
  readonly name: string;
  readonly onUp?: (() => void) | null;
  readonly onDown?: (() => void) | null;
  readonly onRemove?: () => void;
  readonly children: ReactNode;
}

/** One row with its buttons; Alt and the arrows move it from anywhere inside. Nothing has to be dragged (WCAG 2.5.7). */
export function RowBox({ title, name, onUp, onDown, onRemove, children }: RowBoxProps) {
  const messages = useMessages();
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.defaultPrevented) return;
    const act = event.key === 'ArrowUp' ? onUp : event.key === 'ArrowDown' ? onDown : null;
    if (act === null || act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <Box onKeyDown={onRemove === undefined ? undefined : onKeyDown}>
      <Head>
        <span>{title}</span>
        {onUp === undefined ? null : <IconButton size="small" aria-label={messages.moveUp(name)} disabled={onUp === null} onClick={() => onUp?.()}><ArrowUpIcon fontSize="small" /></IconButton>}
        {onDown === undefined ? null : <IconButton size="small" aria-label={messages.moveDown(name)} disabled={onDown === null} onClick={() => onDown?.()}><ArrowDownIcon fontSize="small" /></IconButton>}
        {onRemove === undefined ? null : <IconButton size="small" aria-label={messages.removeRow(name)} onClick={onRemove}><DeleteIcon fontSize="small" /></IconButton>}
      </Head>
      {children}
    </Box>
  );
}

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
  // The name of a row that nobody may change is the question itself: it is never cut off.
  '& > span': { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
}));

/** A line of a table: names stand over the first line only, for eyes; every input keeps its own for readers. */
const LineBox = styled('li')(({ theme }) => ({
  display: 'flex',
  alignItems: 'flex-start',
  gap: theme.spacing(1),
  breakInside: 'avoid',
  '& > div:first-of-type': { flex: 1, minWidth: 0 },
  [theme.breakpoints.up('sm')]: {
    '&:not(:first-of-type) .field-label': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clip: 'rect(0 0 0 0)', whiteSpace: 'nowrap' },
    '&:first-of-type > div:last-of-type': { paddingTop: 24 },
    '& output > div': { minHeight: 36, display: 'flex', alignItems: 'center' },
  },
  [theme.breakpoints.down('sm')]: { flexDirection: 'column', borderBottom: `1px solid ${theme.palette.divider}`, paddingBottom: theme.spacing(1), '& > div': { width: '100%' } },
}));

const LineTools = styled('div')({ display: 'flex', justifyContent: 'flex-end', flex: 'none', minHeight: 36, alignItems: 'center', '& .Mui-disabled': { opacity: 0.35 } });

interface RowBoxProps {
  readonly title: ReactNode;
  readonly name: string;
  readonly onUp?: (() => void) | null;
  readonly onDown?: (() => void) | null;
  readonly onRemove?: () => void;
  /** Shown as a line of a table instead of a box with a title. */
  readonly line?: boolean;
  readonly children: ReactNode;
}

/** One row with its buttons; Alt and the arrows move it from anywhere inside. Nothing has to be dragged (WCAG 2.5.7). */
export function RowBox({ title, name, onUp, onDown, onRemove, line = false, children }: RowBoxProps) {
  const messages = useMessages();
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.defaultPrevented) return;
    const act = event.key === 'ArrowUp' ? onUp : event.key === 'ArrowDown' ? onDown : null;
    if (act === null || act === undefined) return;
    event.preventDefault();
    act();
  };
  const tools = (
    <>
      {onUp === undefined ? null : <IconButton size="small" aria-label={messages.moveUp(name)} disabled={onUp === null} onClick={() => onUp?.()}><ArrowUpIcon fontSize="small" /></IconButton>}
      {onDown === undefined ? null : <IconButton size="small" aria-label={messages.moveDown(name)} disabled={onDown === null} onClick={() => onDown?.()}><ArrowDownIcon fontSize="small" /></IconButton>}
      {onRemove === undefined ? null : <IconButton size="small" aria-label={messages.removeRow(name)} onClick={onRemove}><DeleteIcon fontSize="small" /></IconButton>}
    </>
  );
  const keys = onRemove === undefined ? {} : { onKeyDown };
  if (line) return <LineBox {...keys}><div>{children}</div>{onRemove === undefined ? null : <LineTools>{tools}</LineTools>}</LineBox>;
  return <Box {...keys}><Head><span>{title}</span>{tools}</Head>{children}</Box>;
}

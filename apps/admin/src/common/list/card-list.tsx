import Box from '@mui/material/Box';
import { useRef, type ReactNode } from 'react';
import { colour } from '../../theme/tokens.js';
import { useRowKeys } from './use-row-keys.js';

interface CardListProps<R> {
  readonly label: string;
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  readonly card: (row: R) => ReactNode;
}

/** The list on a phone: one card a row, the same link and the same words as in the table. */
export function CardList<R>({ label, rows, rowKey, card }: CardListProps<R>) {
  const list = useRef<HTMLUListElement>(null);
  useRowKeys(list);
  return (
    <Box component="ul" ref={list} aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rows.map((row) => (
        <Box component="li" key={rowKey(row)} sx={{ position: 'relative', px: 2, py: 1.5, '& + li': { borderTop: `1px solid ${colour.line}` }, '&:focus-within': { bgcolor: '#eef6f9' } }}>
          {card(row)}
        </Box>
      ))}
    </Box>
  );
}

import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import type { BatchRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';

/** How far an operation is, in words and as a bar. */
export function BatchProgress({ row: { total, done, refused, left } }: { readonly row: BatchRow }) {
  const translate = useTranslate();
  const words = [translate('operation.progress', { done, total, refused }), left > 0 ? translate('operation.left', { left }) : null].filter(Boolean).join(', ');
  return (
    <Box sx={{ minWidth: 160 }}>
      <LinearProgress variant="determinate" value={total === 0 ? 100 : ((done + refused + left) / total) * 100} aria-label={words} />
      <Box sx={{ fontSize: '0.8125rem', mt: 0.5 }}>{words}</Box>
    </Box>
  );
}

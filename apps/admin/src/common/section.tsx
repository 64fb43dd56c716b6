import Paper from '@mui/material/Paper';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { colour } from '../theme/tokens.js';

interface SectionProps {
  readonly title?: string;
  readonly aside?: ReactNode;
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A white sheet on the canvas with an optional head. `flush`: the content (a table) reaches the edges. */
export function Section({ title, aside, flush = false, children }: SectionProps) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={title ? id : undefined} className="print-plain" sx={{ border: `1px solid ${colour.line}`, mb: 2, overflow: 'hidden' }}>
      {title ? (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, py: 1.25, borderBottom: `1px solid ${colour.line}` }}>
          <Typography variant="h2" id={id} sx={{ flex: 1, fontSize: '0.9375rem' }}>{title}</Typography>
          {aside}
        </Box>
      ) : null}
      <Box sx={flush ? undefined : { p: 2 }}>{children}</Box>
    </Paper>
  );
}

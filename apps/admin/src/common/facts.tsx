import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Names and values. Values that are not known are left out, not shown as dashes. */
export function Facts({ facts, columns = 1 }: { readonly facts: readonly (Fact | null | false)[]; readonly columns?: 1 | 2 }) {
  const shown = facts.filter((fact): fact is Fact => Boolean(fact) && fact !== null && (fact as Fact).value !== null && (fact as Fact).value !== '');
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: '10px 24px', gridTemplateColumns: { xs: '1fr', sm: `repeat(${columns}, minmax(0, 1fr))` } }}>
      {shown.map(({ label, value }) => (
        <Box key={label} sx={{ minWidth: 0 }}>
          <Box component="dt" sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{label}</Box>
          <Box component="dd" sx={{ m: 0 }}>{value}</Box>
        </Box>
      ))}
    </Box>
  );
}

import { styled } from '@mui/material/styles';
import { Link } from 'react-router';
import type { ReactNode } from 'react';
import { colour } from '../../theme/tokens.js';

const Anchor = styled(Link)({
  color: colour.ink,
  fontWeight: 500,
  textDecoration: 'none',
  '&:hover': { color: colour.brand, textDecoration: 'underline' },
  // The whole row is the target of a pointer, yet only one link is in the tab order and read aloud.
  '&::after': { content: '""', position: 'absolute', inset: 0 },
});

export function RowLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return <Anchor to={to} data-row-link>{children}</Anchor>;
}

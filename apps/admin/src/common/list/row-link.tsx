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

/** A clause may be a paragraph long: in a list its beginning tells it apart, and all of it is in the title and read aloud. */
const Beginning = styled('span')({ display: '-webkit-box', WebkitLineClamp: 3, WebkitBoxOrient: 'vertical', overflow: 'hidden' });

export function RowLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return <Anchor to={to} data-row-link title={typeof children === 'string' && children.length > 80 ? children : undefined}><Beginning>{children}</Beginning></Anchor>;
}

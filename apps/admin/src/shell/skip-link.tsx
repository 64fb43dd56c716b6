import Button from '@mui/material/Button';
import type { RefObject } from 'react';
import { useTranslate } from 'react-admin';

export function SkipLink({ target }: { readonly target: RefObject<HTMLElement | null> }) {
  const translate = useTranslate();
  return (
    <Button
      variant="contained"
      className="no-print"
      onClick={() => target.current?.focus()}
      sx={{ position: 'fixed', top: 8, left: 8, zIndex: 2000, transform: 'translateY(-200%)', '&:focus-visible': { transform: 'none' } }}
    >
      {translate('shell.skip')}
    </Button>
  );
}

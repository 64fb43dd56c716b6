import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import MoreIcon from '@mui/icons-material/MoreHoriz';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { PopupMenu } from './popup-menu.js';

export interface BarAction {
  readonly key: string;
  readonly label: string;
  /** What is most likely wanted here. */
  readonly primary?: boolean;
  readonly negative?: boolean;
  readonly run: () => void;
}

/** Secondary actions of a page: buttons side by side, on a phone one menu, so that the content is not pushed off the screen. */
export function ActionBar({ actions }: { readonly actions: readonly BarAction[] }) {
  const translate = useTranslate();
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (actions.length === 0) return null;
  if (!phone) {
    return <>{actions.map(({ key, label, primary, negative, run }) => <Button key={key} variant={primary ? 'contained' : 'outlined'} color={negative ? 'error' : 'primary'} onClick={run}>{label}</Button>)}</>;
  }
  return (
    <>
      <Button size="small" variant="outlined" startIcon={<MoreIcon />} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>{translate('list.actions')}</Button>
      <PopupMenu anchorEl={anchor} onClose={() => setAnchor(null)}>
        {actions.map(({ key, label, negative, run }) => (
          <MenuItem key={key} onClick={() => { setAnchor(null); run(); }} sx={{ minHeight: 44, color: negative ? 'error.main' : undefined }}>{label}</MenuItem>
        ))}
      </PopupMenu>
    </>
  );
}

import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';

const StartMenuList = lazy(() => import('./start-menu-list.js'));

/** «Создать»: the processes that this person may start. */
export function StartMenu({ compact }: { readonly compact: boolean }) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const open = anchor !== null;
  return (
    <>
      {compact
        ? <IconButton aria-label={translate('start.create')} aria-haspopup="menu" aria-expanded={open} onClick={(event) => setAnchor(event.currentTarget)} sx={{ color: 'primary.main' }}><AddIcon /></IconButton>
        : <Button variant="contained" startIcon={<AddIcon />} aria-haspopup="menu" aria-expanded={open} onClick={(event) => setAnchor(event.currentTarget)}>{translate('start.create')}</Button>}
      {anchor ? <Suspense fallback={null}><StartMenuList anchor={anchor} onClose={() => setAnchor(null)} /></Suspense> : null}
    </>
  );
}

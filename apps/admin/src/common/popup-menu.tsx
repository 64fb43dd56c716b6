import Menu, { type MenuProps } from '@mui/material/Menu';

/**
 * A menu that lies in the part of the page where its button is. By default it would lie beside all parts, and whoever goes from landmark to
 * landmark would never come to it.
 */
export function PopupMenu({ anchorEl, ...props }: Omit<MenuProps, 'anchorEl' | 'open'> & { readonly anchorEl: HTMLElement | null }) {
  return <Menu {...props} open={anchorEl !== null} anchorEl={anchorEl} container={anchorEl?.closest<HTMLElement>('header, nav, main')} disableScrollLock />;
}

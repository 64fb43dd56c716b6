import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import type { DefinitionRow, Page } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { PopupMenu } from '../common/popup-menu.js';
import { useApi } from '../data/use-api.js';
import { useErrorText } from '../data/use-error-text.js';

export default function StartMenuList({ anchor, onClose }: { readonly anchor: HTMLElement; readonly onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { data, error } = useApi<Page<DefinitionRow>>('/process-definitions', { limit: 100 });
  const startable = data?.items.filter(({ mayStart }) => mayStart) ?? [];
  const message = error ? errorText(error) : data === undefined ? translate('state.loading') : startable.length === 0 ? translate('start.none') : null;
  return (
    <PopupMenu anchorEl={anchor} onClose={onClose} anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} transformOrigin={{ vertical: 'top', horizontal: 'right' }} slotProps={{ paper: { sx: { maxWidth: 380, minWidth: 260 } } }}>
      {message === null ? startable.map(({ key, title, description }) => (
        <MenuItem key={key} onClick={() => { onClose(); void navigate(`/process-instances/start/${encodeURIComponent(key)}`); }} sx={{ display: 'block', whiteSpace: 'normal', py: 1 }}>
          <Box sx={{ fontWeight: 500 }}>{title}</Box>
          {description ? <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{description}</Box> : null}
        </MenuItem>
      )) : <MenuItem disabled sx={{ opacity: '1 !important', whiteSpace: 'normal' }}>{message}</MenuItem>}
    </PopupMenu>
  );
}

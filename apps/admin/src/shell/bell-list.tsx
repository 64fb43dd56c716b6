import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import type { NotificationRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { caseAddress, taskAddress } from '../common/addresses.js';
import { formatDateTime } from '../common/dates.js';
import { QueryView } from '../common/query-view.js';
import { StateView } from '../common/states.js';
import { useLanguage } from '../common/use-language.js';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { usePages } from '../data/use-pages.js';
import { colour } from '../theme/tokens.js';

const REFRESH = ['/notifications', '/tasks/counts'];
const target = ({ task, instance }: NotificationRow): string | null => (task ? taskAddress(task) : instance ? caseAddress(instance) : null);

interface BellListProps {
  readonly anchor: HTMLElement;
  readonly unread: number;
  readonly onClose: () => void;
}

export default function BellList({ anchor, unread, onClose }: BellListProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const query = usePages<NotificationRow>('/notifications');
  const read = useAction((body: { ids: readonly string[] } | { all: true }, idempotencyKey) => api('/notifications/read', { method: 'POST', body, idempotencyKey }), { refresh: REFRESH });
  return (
    <Popover open anchorEl={anchor} onClose={onClose} anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': translate('bell.title'), sx: { width: 400, maxWidth: 'calc(100vw - 24px)', maxHeight: '70vh', border: `1px solid ${colour.line}` } } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', px: 2, py: 1, borderBottom: `1px solid ${colour.line}`, position: 'sticky', top: 0, bgcolor: colour.surface, zIndex: 1 }}>
        <Box component="h2" sx={{ flex: 1, fontSize: '0.9375rem', m: 0 }}>{translate('bell.title')}</Box>
        {unread > 0 ? <Button size="small" onClick={() => read.mutate({ all: true })}>{translate('bell.readAll')}</Button> : null}
      </Box>
      <QueryView query={query}>
        {(items) => items.length === 0 ? <StateView title={translate('bell.empty')} text={translate('bell.emptyText')} /> : (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {items.map((row) => {
              const to = target(row);
              return (
                <Box component="li" key={row.id} sx={{ px: 2, py: 1.25, borderBottom: `1px solid ${colour.line}`, bgcolor: row.read ? undefined : '#f1f8fa', '& a': { color: 'inherit', fontWeight: row.read ? 400 : 600 } }}>
                  {to ? <Link to={to} onClick={() => { if (!row.read) read.mutate({ ids: [row.id] }); onClose(); }}>{row.text}</Link> : <span>{row.text}</span>}
                  <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
                    {formatDateTime(row.at, language)}{row.read ? '' : ` · ${translate('bell.new')}`}
                  </Box>
                </Box>
              );
            })}
          </Box>
        )}
      </QueryView>
      {query.hasNextPage ? <Box sx={{ p: 1, textAlign: 'center' }}><Button size="small" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{translate('bell.earlier')}</Button></Box> : null}
    </Popover>
  );
}

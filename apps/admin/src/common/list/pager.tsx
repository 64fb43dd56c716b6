import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import BackIcon from '@mui/icons-material/ChevronLeft';
import ForwardIcon from '@mui/icons-material/ChevronRight';
import { useListContext, useTranslate } from 'react-admin';
import type { ListMeta } from '../../data/data-provider.js';
import { colour } from '../../theme/tokens.js';

/** «26–50 из 1000+»: pages by key have no jump to the last. */
export function Pager() {
  const translate = useTranslate();
  const { page, perPage, setPage, hasNextPage, hasPreviousPage, data, meta } = useListContext();
  const { total, totalCapped } = (meta ?? { total: 0, totalCapped: false }) as ListMeta;
  const first = (page - 1) * perPage + 1;
  const shown = data?.length ?? 0;
  if (shown === 0) return null;
  return (
    <Box component="nav" aria-label={translate('list.pages')} sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, py: 1, borderTop: `1px solid ${colour.line}` }}>
      <Box role="status" sx={{ flex: 1, color: 'text.secondary', fontSize: '0.8125rem' }}>
        {translate('list.range', { first, last: first + shown - 1, total: totalCapped ? `${total}+` : String(total) })}
      </Box>
      {hasPreviousPage || hasNextPage ? (
        <>
          <Button size="small" variant="outlined" startIcon={<BackIcon />} disabled={!hasPreviousPage} onClick={() => setPage(page - 1)}>{translate('list.previous')}</Button>
          <Button size="small" variant="outlined" endIcon={<ForwardIcon />} disabled={!hasNextPage} onClick={() => setPage(page + 1)}>{translate('list.next')}</Button>
        </>
      ) : null}
    </Box>
  );
}

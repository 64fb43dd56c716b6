import Button from '@mui/material/Button';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { useListContext, useTranslate } from 'react-admin';
import { API, withQuery, type Query } from '../data/http.js';

/** Saves what the list shows under its conditions and in its order; the server makes the file. */
export function ExportButton({ registry }: { readonly registry: string }) {
  const translate = useTranslate();
  const { filterValues, sort } = useListContext();
  const query: Query = { ...(filterValues as Query), sort: sort.field === 'id' ? null : sort.field, order: sort.order.toLowerCase() };
  return (
    <Button variant="outlined" startIcon={<DownloadIcon />} href={withQuery(`${API}/registries/${encodeURIComponent(registry)}/records.csv`, query)} download sx={{ minHeight: 40 }}>
      {translate('registry.export')}
    </Button>
  );
}

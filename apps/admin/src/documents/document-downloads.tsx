import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import type { DocumentView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { formatSize } from '../common/dates.js';
import { useLanguage } from '../common/use-language.js';
import { API } from '../data/http.js';

export function DocumentDownloads({ document }: { readonly document: DocumentView }) {
  const translate = useTranslate();
  const language = useLanguage();
  return (
    <>
      {document.files.map(({ format, size }) => (
        <Button key={format} variant="outlined" size="small" startIcon={<DownloadIcon />} href={`${API}/documents/${document.id}/files/${format}`} download>
          {format.toUpperCase()}, {formatSize(size, language)}
        </Button>
      ))}
      <Button variant="outlined" size="small" startIcon={<PrintIcon />} onClick={() => window.print()}>{translate('action.print')}</Button>
      {document.rendering === 'pending' ? <Alert severity="info" sx={{ py: 0 }}>{translate('document.pending')}</Alert> : null}
      {document.rendering === 'failed' ? <Alert severity="error" sx={{ py: 0 }}>{translate('document.failed')}</Alert> : null}
    </>
  );
}

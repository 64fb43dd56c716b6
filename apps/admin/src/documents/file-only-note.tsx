import Alert from '@mui/material/Alert';
import type { DocumentView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';

/** In place of the page, for a document that is a file: one that a Word template makes. The server says where a format is not there, and why. */
export function FileOnlyNote({ document }: { readonly document: DocumentView }) {
  const translate = useTranslate();
  return <Alert severity="info">{document.filesNote ?? translate('document.fileOnly')}</Alert>;
}

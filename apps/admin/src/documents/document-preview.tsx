import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { DocumentView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { QueryView } from '../common/query-view.js';
import { useApi } from '../data/use-api.js';
import { DocumentDownloads } from './document-downloads.js';
import { DocumentSheet } from './document-sheet.js';
import { shownModel } from './shown-model.js';
import { asDocumentModel } from './is-document-model.js';
import { DocumentVersions } from './document-versions.js';

/** The document inside a task or a case: page, files, versions. */
export default function DocumentPreview({ id }: { readonly id: string }) {
  const translate = useTranslate();
  const query = useApi<DocumentView>(`/documents/${id}`);
  return (
    <QueryView query={query} rows={8}>
      {(document) => {
        const model = asDocumentModel(document.content);
        return (
          <Box sx={{ mb: 2 }}>
            <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5 }}><DocumentDownloads document={document} /></Box>
            {model ? <DocumentSheet model={shownModel(model, document)} /> : <Alert severity="info">{translate('document.fileOnly')}</Alert>}
            <Box className="no-print" sx={{ mt: 2 }}><DocumentVersions document={document} /></Box>
          </Box>
        );
      }}
    </QueryView>
  );
}

import Box from '@mui/material/Box';
import type { DocumentView } from '@reglament/contracts';
import { QueryView } from '../common/query-view.js';
import { useApi } from '../data/use-api.js';
import { DocumentDownloads } from './document-downloads.js';
import { DocumentSheet } from './document-sheet.js';
import { FileOnlyNote } from './file-only-note.js';
import { asDocumentModel } from './is-document-model.js';
import { DocumentVersions } from './document-versions.js';

/** The document inside a task or a case: page, files, versions. */
export default function DocumentPreview({ id }: { readonly id: string }) {
  const query = useApi<DocumentView>(`/documents/${id}`);
  return (
    <QueryView query={query} rows={8}>
      {(document) => {
        const model = asDocumentModel(document.printed);
        return (
          <Box sx={{ mb: 2 }}>
            <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5 }}><DocumentDownloads document={document} /></Box>
            {model ? <DocumentSheet model={model} /> : <FileOnlyNote document={document} />}
            <Box className="no-print" sx={{ mt: 2 }}><DocumentVersions document={document} /></Box>
          </Box>
        );
      }}
    </QueryView>
  );
}

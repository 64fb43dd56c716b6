import Box from '@mui/material/Box';
import type { DocumentView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router';
import { Page } from '../common/page.js';
import { Section } from '../common/section.js';
import { ErrorState, RowsSkeleton } from '../common/states.js';
import { useApi } from '../data/use-api.js';
import { ToneChip } from '../theme/tone-chip.js';
import { DocumentChildren } from './document-children.js';
import { DocumentDownloads } from './document-downloads.js';
import { DocumentFacts } from './document-facts.js';
import { DocumentSheet } from './document-sheet.js';
import { DocumentRemarks } from './document-remarks.js';
import { FileOnlyNote } from './file-only-note.js';
import { DocumentVersions } from './document-versions.js';
import { asDocumentModel } from './is-document-model.js';

export default function DocumentPage() {
  const { id } = useParams();
  const translate = useTranslate();
  const query = useApi<DocumentView>(`/documents/${encodeURIComponent(id ?? '')}`);
  const document = query.data;
  if (!document) return <Page title={translate('document.title')}><Section>{query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <RowsSkeleton rows={8} />}</Section></Page>;
  const model = asDocumentModel(document.printed);
  return (
    <Page
      title={document.title}
      above={<Link to="/documents">{translate('menu.documents')}</Link>}
      badge={<ToneChip tone={document.state.tone} label={document.state.title} />}
      below={<>{document.kindTitle}{document.number ? ` № ${document.number}` : ''} · {document.organisation.title}</>}
      actions={<DocumentDownloads document={document} />}
    >
      <DocumentRemarks remarks={document.remarks} />
      <Box sx={{ display: 'grid', gap: { xs: 2, lg: 2 }, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 360px' }, alignItems: 'start', '@media print': { display: 'block' } }}>
        <Box sx={{ minWidth: 0 }}>{model ? <DocumentSheet model={model} /> : <FileOnlyNote document={document} />}</Box>
        <Box className="no-print" sx={{ minWidth: 0 }}><DocumentFacts document={document} /></Box>
      </Box>
      <Box className="no-print" sx={{ mt: 2 }}>
        {document.instance ? <DocumentChildren instance={document.instance} /> : null}
        <DocumentVersions document={document} />
      </Box>
    </Page>
  );
}

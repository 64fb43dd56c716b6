import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { DocumentFieldView, DocumentView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { Facts } from '../common/facts.js';
import { Section } from '../common/section.js';
import { formLookups } from '../data/form-lookups.js';

/**
 * In place of the page, for a document that is a file: one that a Word template makes. What it says stands in the words of its form, so
 * that nobody decides on it unread; the server says where a format is not there, and why.
 */
export function FileOnlyNote({ document }: { readonly document: DocumentView }) {
  const translate = useTranslate();
  return (
    <>
      {document.fields.length === 0 ? null : (
        <Section title={translate('document.says')}>
          <Facts columns={2} facts={document.fields.map((field) => ({ label: field.label, value: <FieldValue field={field} /> }))} />
        </Section>
      )}
      <Alert severity="info" sx={{ mt: 2 }}>{document.filesNote ?? translate('document.fileOnly')}</Alert>
    </>
  );
}

function FieldValue({ field: { text, files } }: { readonly field: DocumentFieldView }) {
  if (files === undefined) return <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Box>;
  return files.map(({ id, name }) => <Box key={id}><Link href={formLookups.fileUrl(id)} target="_blank" rel="noopener">{name}</Link></Box>);
}

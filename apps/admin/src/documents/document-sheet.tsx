import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import type { DocumentModel } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { font } from '../theme/tokens.js';
import { SheetClauses } from './sheet-clauses.js';
import { SheetFoot } from './sheet-foot.js';
import { SheetHead } from './sheet-head.js';
import { SheetTable } from './sheet-table.js';

const Sheet = styled('article')(({ theme }) => ({
  fontFamily: font.document, fontSize: 16, lineHeight: 1.5, color: '#111', background: '#fff', maxWidth: 794, margin: '0 auto', padding: '48px 40px 56px 76px', border: '1px solid #dfe4ea', borderRadius: 4,
  boxShadow: '0 6px 24px rgba(23,32,46,.07)', hyphens: 'auto',
  '& p': { margin: 0, textIndent: '2.2em', textAlign: 'justify' },
  [theme.breakpoints.down('sm')]: { padding: '24px 16px 32px', fontSize: 15, '& p': { textAlign: 'left', textIndent: '1.2em' } },
  '@media print': { maxWidth: 'none', border: 0, boxShadow: 'none', padding: 0 },
}));

/** The document as the page that it will be: requisites, text, tables, signatures. PDF and DOCX are made from the same content. */
export function DocumentSheet({ model }: { readonly model: DocumentModel }) {
  const translate = useTranslate();
  const after = (anchor: 'after-text' | 'in-attachment', attachment?: string) => model.tables.filter((table) => table.anchor.type === anchor && (table.anchor.type !== 'in-attachment' || table.anchor.attachmentId === attachment));
  return (
    <Sheet lang="ru" className="print-plain">
      <SheetHead model={model} />
      {model.preamble?.split('\n').map((paragraph, index) => <p key={index}>{paragraph}</p>)}
      <SheetClauses clauses={model.clauses} tables={model.tables} />
      {after('after-text').map((table) => <SheetTable key={table.id} table={table} />)}
      <SheetFoot model={model} />
      {model.attachments.map((attachment) => (
        <Box component="section" key={attachment.id} sx={{ mt: 5, pt: 3, borderTop: '1px dashed #c5ccd5', '@media print': { breakBefore: 'page', borderTop: 0 } }}>
          <Box sx={{ ml: '50%' }}>
            {translate('sheet.attachment')}{attachment.number ? ` № ${attachment.number}` : ''}
            {attachment.approved ? <Box>{translate('sheet.approved')}</Box> : null}
            {model.registration?.number ? <Box>{translate('sheet.toDocument', { number: model.registration.number })}</Box> : null}
          </Box>
          <Box sx={{ textAlign: 'center', fontWeight: 700, my: 2 }}>{attachment.title}</Box>
          {attachment.clauses ? <SheetClauses clauses={attachment.clauses} tables={model.tables} /> : null}
          {after('in-attachment', attachment.id).map((table) => <SheetTable key={table.id} table={table} />)}
        </Box>
      ))}
    </Sheet>
  );
}

import Box from '@mui/material/Box';
import type { DocumentModel, SignatureMark } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { formatDate, formatDateTime } from '../common/dates.js';

function Mark({ mark }: { readonly mark: SignatureMark }) {
  const translate = useTranslate();
  const lines = mark.type === 'simple-electronic' ? [translate('sheet.simpleSignature'), mark.signer, formatDateTime(mark.at, 'ru'), mark.recordCode]
    : mark.type === 'qualified-electronic' ? [translate('sheet.qualifiedSignature'), mark.certificate, mark.holder, `${formatDate(mark.validFrom, 'ru')} – ${formatDate(mark.validTo, 'ru')}`] : [translate('sheet.paperSignature')];
  return <Box sx={{ display: 'inline-block', border: '1.5px solid #2b4a7f', borderRadius: '6px', color: '#1d3a6b', fontSize: '0.68em', lineHeight: 1.35, px: 1, py: 0.5, textAlign: 'center' }}>{lines.map((line, index) => <Box key={index} sx={{ fontWeight: index === 0 ? 700 : 400 }}>{line}</Box>)}</Box>;
}

/** Signatures, visas, distribution, executor, mark of filing. */
export function SheetFoot({ model }: { readonly model: DocumentModel }) {
  const translate = useTranslate();
  return (
    <Box component="footer" sx={{ mt: 5 }}>
      {model.signatures.map((block, index) => (
        <Box key={index} sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1.2fr 1fr auto' }, gap: { xs: 0.5, sm: 2 }, alignItems: 'end', mb: 2 }}>
          <span>{[block.acting, block.position].filter(Boolean).join(' ')}</span>
          <span>{block.mark ? <Mark mark={block.mark} /> : null}</span>
          <Box component="span" sx={{ whiteSpace: 'nowrap' }}>{block.person.initials} {block.person.surname}</Box>
        </Box>
      ))}
      {model.visas && model.visas.length > 0 ? (
        <Box sx={{ mt: 4, fontSize: '0.9em' }}>
          <b>{translate('sheet.visas')}</b>
          {model.visas.map((visa, index) => <Box key={index}>{visa.position} {visa.person.initials} {visa.person.surname} — {translate(`sheet.visa.${visa.decision}`)}{visa.date ? `, ${formatDate(visa.date, 'ru')}` : ''}</Box>)}
        </Box>
      ) : null}
      {model.distribution && model.distribution.length > 0 ? <Box sx={{ mt: 3, fontSize: '0.9em' }}>{translate('sheet.distribution')}: {model.distribution.join('; ')}</Box> : null}
      {model.executorContact ? <Box sx={{ mt: 3, fontSize: '0.75em' }}>{model.executorContact.name}<Box>{[model.executorContact.phone, model.executorContact.email].filter(Boolean).join(', ')}</Box></Box> : null}
      {model.filingMark ? <Box sx={{ mt: 2, fontSize: '0.9em' }}>{translate('sheet.filed', { index: model.filingMark.caseIndex })}{model.filingMark.date ? ` ${formatDate(model.filingMark.date, 'ru')}` : ''}</Box> : null}
    </Box>
  );
}

import Box from '@mui/material/Box';
import type { DocumentModel, DocumentStamp } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { formatDate } from '../common/dates.js';

const person = (who: { readonly surname: string; readonly initials: string }): string => `${who.initials} ${who.surname}`;

function StampLines({ stamp }: { readonly stamp: DocumentStamp }) {
  const translate = useTranslate();
  const agreed = stamp.type.startsWith('agreed');
  const parts = [
    'position' in stamp ? stamp.position : null, 'document' in stamp ? stamp.document : null, 'person' in stamp ? person(stamp.person) : null,
    'date' in stamp && stamp.date ? formatDate(stamp.date, 'ru') : null, 'number' in stamp && stamp.number ? `№ ${stamp.number}` : null,
  ];
  return <Box sx={{ ml: '50%', mb: 2 }}><b>{translate(agreed ? 'sheet.agreedStamp' : 'sheet.approvedStamp')}</b>{parts.filter(Boolean).map((line) => <Box key={line}>{line}</Box>)}</Box>;
}

/** Organisation, kind, date and number, place, addressees, title. */
export function SheetHead({ model: { requisites, registration } }: { readonly model: DocumentModel }) {
  const translate = useTranslate();
  const date = registration?.date ? formatDate(registration.date, 'ru') : '«___» __________ 20__ г.';
  return (
    <Box component="header">
      {requisites.stamps?.map((stamp, index) => <StampLines key={index} stamp={stamp} />)}
      <Box sx={{ textAlign: 'center', fontWeight: 700 }}>{requisites.organisation.map((line) => <Box key={line}>{line}</Box>)}</Box>
      {requisites.organisationDetails ? <Box sx={{ textAlign: 'center', fontSize: '0.8em', mt: 0.5 }}>{requisites.organisationDetails.map((line) => <Box key={line}>{line}</Box>)}</Box> : null}
      <Box sx={{ textAlign: 'center', fontWeight: 700, letterSpacing: '.12em', mt: 2.5 }}>{requisites.kindTitle}</Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mt: 2 }}>
        <span>{date}</span>
        <span>{registration?.number ? `№ ${registration.number}` : `№ ${translate('sheet.noNumber')}`}</span>
      </Box>
      {requisites.place ? <Box sx={{ textAlign: 'center' }}>{requisites.place}</Box> : null}
      {requisites.inReplyTo ? <Box>{translate('sheet.inReplyTo', { number: requisites.inReplyTo.number, date: formatDate(requisites.inReplyTo.date, 'ru') })}</Box> : null}
      {requisites.addressees?.map(({ lines }, index) => <Box key={index} sx={{ ml: '50%', mt: 1 }}>{lines.map((line) => <Box key={line}>{line}</Box>)}</Box>)}
      <Box sx={{ mt: 2.5, mb: 2.5, maxWidth: '62%', fontWeight: 700, lineHeight: 1.3 }}>{requisites.title}</Box>
    </Box>
  );
}

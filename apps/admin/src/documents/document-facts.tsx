import { caseAddress } from '../common/addresses.js';
import Box from '@mui/material/Box';
import CheckIcon from '@mui/icons-material/VerifiedOutlined';
import BrokenIcon from '@mui/icons-material/ErrorOutlined';
import type { DocumentView, Retention } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { Facts } from '../common/facts.js';
import { Moment } from '../common/moment.js';
import { Section } from '../common/section.js';
import { TONES } from '../theme/tone.js';
import { ToneChip } from '../theme/tone-chip.js';

/** «постоянно (ст. 19а)», «5 лет». */
function retentionText(retention: Retention, translate: ReturnType<typeof useTranslate>): string {
  const term = retention.type === 'permanent' ? translate('document.permanently') : translate('document.years', { smart_count: retention.years });
  return retention.article ? `${term} (${retention.article})` : term;
}

/** Registration, signatures with their validity, links to other documents. */
export function DocumentFacts({ document }: { readonly document: DocumentView }) {
  const translate = useTranslate();
  const { registration } = document;
  return (
    <>
      <Section title={translate('document.registration')}>
        {registration ? (
          <Facts facts={[
            { label: translate('document.column.number'), value: <b>№ {registration.number}</b> },
            { label: translate('document.column.date'), value: <Moment value={registration.date} day /> },
            { label: translate('document.journal'), value: <Link to={`/journals/${registration.journal}`}>{registration.journalTitle}</Link> },
            { label: translate('document.registeredBy'), value: registration.by.title },
            registration.suffixReason ? { label: translate('document.suffixReason'), value: registration.suffixReason } : null,
          ]} />
        ) : <Box sx={{ color: 'text.secondary' }}>{translate('document.notRegistered')}</Box>}
      </Section>
      {document.filing ? (
        <Section title={translate('document.filing')}>
          <Facts facts={[
            { label: translate('document.caseIndex'), value: document.filing.caseIndex ? <b>{document.filing.caseIndex}</b> : translate('document.notFiled') },
            document.filing.retention ? { label: translate('document.retention'), value: retentionText(document.filing.retention, translate) } : null,
            document.filing.retainUntil ? { label: translate('document.retainUntil'), value: <Moment value={document.filing.retainUntil} day /> } : null,
          ]} />
        </Section>
      ) : null}
      <Section title={translate('document.signatures')}>
        {document.signatures.length === 0 ? <Box sx={{ color: 'text.secondary' }}>{translate('document.notSigned')}</Box> : null}
        {document.signatures.map((signature) => {
          const Icon = signature.valid ? CheckIcon : BrokenIcon;
          return (
            <Box key={signature.code} sx={{ display: 'flex', gap: 1, '& + &': { mt: 1.5 } }}>
              <Icon aria-hidden sx={{ color: TONES[signature.valid ? 'success' : 'stopped'].text }} />
              <Box sx={{ minWidth: 0 }}>
                <Box sx={{ fontWeight: 500 }}>{signature.by.title}</Box>
                {signature.forPerson ? <Box sx={{ fontSize: '0.8125rem', color: TONES.waiting.text }}>{translate('worklist.insteadOf', { name: signature.forPerson.title })}</Box> : null}
                <Box sx={{ fontSize: '0.8125rem', color: TONES[signature.valid ? 'success' : 'stopped'].text }}>{translate(signature.valid ? 'document.signatureValid' : 'document.signatureBroken')}</Box>
                <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}><Moment value={signature.at} /> · {translate('document.code')} {signature.code}</Box>
              </Box>
            </Box>
          );
        })}
      </Section>
      {document.relations.length > 0 ? (
        <Section title={translate('document.relations')}>
          {document.relations.map(({ type, document: other }) => (
            <Box key={type + other.id} sx={{ '& + &': { mt: 1.5 } }}>
              <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{translate(`relation.${type}`)}</Box>
              <Link to={`/documents/${other.id}`}>{other.number ? `№ ${other.number} ` : ''}«{other.title}»</Link>
              <Box sx={{ mt: 0.5 }}><ToneChip tone={other.state.tone} label={other.state.title} /></Box>
            </Box>
          ))}
        </Section>
      ) : null}
      <Section title={translate('document.about')}>
        <Facts facts={[
          { label: translate('document.author'), value: document.author?.title },
          { label: translate('document.column.signer'), value: document.signer?.title },
          { label: translate('document.versionNow'), value: String(document.version) },
          { label: translate('document.updated'), value: <Moment value={document.updatedAt} /> },
          document.instance ? { label: translate('document.case'), value: <Link to={caseAddress(document.instance)}>{translate('document.openCase')}</Link> } : null,
          { label: translate('sign.hash'), value: <Box component="code" sx={{ fontSize: '0.6875rem', overflowWrap: 'anywhere' }}>{document.contentHash}</Box> },
        ]} />
      </Section>
    </>
  );
}

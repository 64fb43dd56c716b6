import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { MailSummary as Summary } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { formatDateTime } from '../common/dates.js';
import { Facts } from '../common/facts.js';
import { Section } from '../common/section.js';
import { useLanguage } from '../common/use-language.js';

const CAP = 1000;

/** Whether mail goes out at all, and how much waits, went and failed. */
export function MailSummary({ summary }: { readonly summary: Summary }) {
  const translate = useTranslate();
  const language = useLanguage();
  const count = (value: number): string => (value > CAP ? translate('mail.more') : String(value));
  return (
    <>
      {summary.on ? null : <Alert severity="info" sx={{ mb: 2 }}><b>{translate('mail.off')}.</b> {translate('mail.offText')}</Alert>}
      {summary.away ? <Alert severity="warning" sx={{ mb: 2, '& .MuiAlert-message': { overflowWrap: 'anywhere' } }}>{translate('mail.away', { since: formatDateTime(summary.away.since, language), answer: summary.away.answer })}</Alert> : null}
      <Section>
        <Box sx={{ maxWidth: 520 }}><Facts columns={2} facts={(['waiting', 'sent', 'failed'] as const).map((state) => ({ label: translate(`mail.${state}`), value: count(summary[state]) }))} /></Box>
      </Section>
    </>
  );
}

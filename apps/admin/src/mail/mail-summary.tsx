import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { MailSummary as Summary } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { formatDateTime } from '../common/dates.js';
import { Section } from '../common/section.js';
import { useLanguage } from '../common/use-language.js';

const CAP = 1000;
const STATES = ['waiting', 'sent', 'failed'] as const;

/** Whether mail goes out at all, and how much waits, went and failed. */
export function MailSummary({ summary }: { readonly summary: Summary }) {
  const translate = useTranslate();
  const language = useLanguage();
  const count = (value: number): string => (value > CAP ? translate('mail.more') : String(value));
  return (
    <>
      {summary.on ? null : <Alert severity="info" sx={{ mb: 2 }}><b>{translate('mail.off')}.</b> {translate('mail.offText')}</Alert>}
      {summary.away ? <Alert severity="warning" sx={{ mb: 2, '& .MuiAlert-message': { overflowWrap: 'anywhere' } }}>{translate('mail.away', { since: formatDateTime(summary.away.since, language), answer: summary.away.answer })}</Alert> : null}
      {summary.on || STATES.some((state) => summary[state] > 0) ? (
        <Section>
          <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 5, rowGap: 1 }}>
            {STATES.map((state) => (
              <Box key={state}>
                <Box component="dt" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{translate(`mail.${state}`)}</Box>
                <Box component="dd" sx={{ m: 0, fontSize: '1.125rem', fontWeight: 600 }}>{count(summary[state])}</Box>
              </Box>
            ))}
          </Box>
        </Section>
      ) : null}
    </>
  );
}

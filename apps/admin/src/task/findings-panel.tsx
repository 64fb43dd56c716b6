import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import CircularProgress from '@mui/material/CircularProgress';
import type { Finding } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Section } from '../common/section.js';
import { TONES } from '../theme/tone.js';
import { colour } from '../theme/tokens.js';
import type { Checks } from './use-checks.js';

const SHOWN_AT_FIRST = 8;

interface FindingsPanelProps {
  readonly checks: Checks;
  readonly onJump: (pointer: string) => void;
}

/** What the checks found, worst first; a finding leads to its clause. */
export function FindingsPanel({ checks: { result, checking, failed }, onJump }: FindingsPanelProps) {
  const translate = useTranslate();
  const [all, setAll] = useState(false);
  const findings = result === null ? [] : [...result.findings].sort((one, other) => rank(one) - rank(other));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const shown = all ? findings : findings.slice(0, SHOWN_AT_FIRST);
  return (
    <Section title={translate('checks.title')} aside={checking ? <CircularProgress size={16} aria-label={translate('checks.checking')} /> : undefined}>
      <Box role="status" sx={{ mb: findings.length > 0 ? 1.5 : 0 }}>
        {failed ? <Line tone="attention" text={translate('checks.failed')} /> : null}
        {result === null && !failed ? <Box sx={{ color: 'text.secondary' }}>{translate(checking ? 'checks.checking' : 'checks.later')}</Box> : null}
        {result !== null && findings.length === 0 ? <Line tone="success" text={translate('checks.clean')} /> : null}
        {result !== null && findings.length > 0 ? (
          <Box component="ul" sx={{ m: 0, pl: 2.25, fontWeight: 500, color: errors > 0 ? TONES.stopped.text : TONES.attention.text }}>
            {(result.summary.length > 0 ? result.summary : [translate('checks.count', { smart_count: findings.length })]).map((line) => <li key={line}>{line}</li>)}
          </Box>
        ) : null}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}>
        {shown.map((finding, index) => (
          <Box component="li" key={`${finding.code}${finding.pointer}${index}`}>
            <Button onClick={() => onJump(finding.pointer)} color="inherit" fullWidth sx={{ justifyContent: 'flex-start', textAlign: 'left', whiteSpace: 'normal', px: 1, py: 0.5, gap: 1, alignItems: 'flex-start', fontWeight: 400, fontSize: '0.8125rem', borderRadius: '8px', '&:hover': { bgcolor: colour.canvas } }}>
              {finding.severity === 'error' ? <ErrorIcon aria-hidden sx={{ fontSize: 18, color: TONES.stopped.text, mt: '1px' }} /> : <WarningIcon aria-hidden sx={{ fontSize: 18, color: TONES.attention.text, mt: '1px' }} />}
              <span>
                <Box component="span" sx={{ fontWeight: 600 }}>{translate(`checks.${finding.severity}`)}: </Box>{finding.message}
                {finding.remedy ? <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>{finding.remedy}</Box> : null}
              </span>
            </Button>
          </Box>
        ))}
      </Box>
      {findings.length > SHOWN_AT_FIRST ? <Button size="small" onClick={() => setAll(!all)} sx={{ mt: 0.5 }}>{all ? translate('checks.less') : translate('checks.all', { count: findings.length })}</Button> : null}
    </Section>
  );
}

const rank = ({ severity }: Finding): number => (severity === 'error' ? 0 : 1);

function Line({ tone, text }: { readonly tone: 'success' | 'attention'; readonly text: string }) {
  const Icon = tone === 'success' ? CheckIcon : WarningIcon;
  return <Box sx={{ display: 'flex', gap: 1, color: TONES[tone].text, fontWeight: 500 }}><Icon aria-hidden sx={{ fontSize: 20 }} />{text}</Box>;
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { CheckResult, OutcomeView } from '@reglament/contracts';
import { useId, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { TONES } from '../theme/tone.js';
import { colour, size } from '../theme/tokens.js';

const REASONS_SAID = 3;

/** The first reasons in words; the panel of the check has them all. */
const reasonsOf = (summary: readonly string[], more: (count: number) => string): string =>
  [...summary.slice(0, REASONS_SAID), ...(summary.length > REASONS_SAID ? [more(summary.length - REASONS_SAID)] : [])].join('; ');

interface OutcomeBarProps {
  readonly outcomes: readonly OutcomeView[];
  readonly checks: CheckResult | null;
  readonly busy: boolean;
  /** Whether the form can be asked yet; an outcome that leaves it aside does not wait for it. */
  readonly ready: boolean;
  readonly note: ReactNode;
  readonly onChoose: (outcome: OutcomeView) => void;
}

/** The ways out of the task, always in sight. A blocked one says why, in the same place and to a screen reader. */
export function OutcomeBar({ outcomes, checks, busy, ready, note, onChoose }: OutcomeBarProps) {
  const translate = useTranslate();
  const reasonId = useId();
  const blocked = outcomes.filter(({ key }) => checks?.blockedOutcomes.includes(key));
  const reason = blocked.length === 0 ? null : translate('outcome.blocked', {
    outcomes: blocked.map(({ title }) => `«${title}»`).join(', '), reasons: checks && checks.summary.length > 0 ? reasonsOf(checks.summary, (count) => translate('outcome.more', { count })) : translate('outcome.errors'),
  });
  return (
    <Box className="no-print" sx={{
      position: 'sticky', bottom: { xs: size.bottomBar, md: 0 }, zIndex: 20, mx: { xs: -1.5, sm: 0 }, px: 2, py: 1.25, bgcolor: colour.surface, border: `1px solid ${colour.line}`,
      borderRadius: { xs: 0, sm: '12px 12px 0 0' }, boxShadow: '0 -6px 20px rgba(23,32,46,.07)',
    }}>
      {reason ? <Box id={reasonId} title={reason} sx={{ mb: 1, fontSize: '0.8125rem', fontWeight: 500, color: TONES.stopped.text, display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: { xs: 2, sm: 4 }, overflow: 'hidden' }}>{reason}</Box> : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Box sx={{ flex: { xs: '1 0 100%', sm: '1 1 160px' } }}>{note}</Box>
        <Box role="group" aria-label={translate('outcome.group')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, flexDirection: 'row-reverse', '& button': { px: { xs: 1.25, sm: 1.75 }, flexGrow: { xs: 1, sm: 0 } } }}>
          {outcomes.map((outcome) => {
            const stopped = blocked.includes(outcome);
            return (
              <Button key={outcome.key} disabled={busy || stopped || !(ready || outcome.skipForm)} aria-describedby={stopped ? reasonId : undefined} onClick={() => onChoose(outcome)}
                variant={outcome.tone === 'primary' ? 'contained' : 'outlined'} color={outcome.tone === 'negative' ? 'error' : 'primary'} sx={{ minHeight: 40 }}>
                {outcome.title}
              </Button>
            );
          })}
        </Box>
      </Box>
    </Box>
  );
}

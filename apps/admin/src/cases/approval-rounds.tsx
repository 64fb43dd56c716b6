import Box from '@mui/material/Box';
import CancelIcon from '@mui/icons-material/HighlightOffOutlined';
import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import WaitIcon from '@mui/icons-material/HourglassEmpty';
import type { ApprovalView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { Moment } from '../common/moment.js';
import { TONES } from '../theme/tone.js';
import { colour } from '../theme/tokens.js';

type Vote = ApprovalView['rounds'][number]['votes'][number];

const sign = (outcome: string | null) => (outcome === null ? WaitIcon : outcome === 'approved' ? CheckIcon : CancelIcon);
const toneOfVote = (outcome: string | null) => (outcome === null ? TONES.neutral : outcome === 'approved' ? TONES.success : TONES.stopped);

/** Visas by rounds, the newest round first: who, what, when, with which remark. */
export function ApprovalRounds({ approval, latestOnly = false }: { readonly approval: ApprovalView; readonly latestOnly?: boolean }) {
  const translate = useTranslate();
  const rounds = [...approval.rounds].sort((one, other) => other.number - one.number);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {(latestOnly ? rounds.slice(0, 1) : rounds).map((round) => (
        <Box key={round.number}>
          {approval.rounds.length > 1 ? <Box component="h3" sx={{ m: 0, mb: 1, fontSize: '0.8125rem', color: 'text.secondary' }}>{translate('approval.round', { number: round.number })}</Box> : null}
          <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
            {round.votes.map((vote) => <VoteLine key={vote.approver.reference} vote={vote} />)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function VoteLine({ vote }: { readonly vote: Vote }) {
  const translate = useTranslate();
  const Icon = sign(vote.outcome);
  const instead = vote.by !== null && vote.by.reference !== vote.approver.reference;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.25, alignItems: 'flex-start' }}>
      <Icon aria-hidden sx={{ fontSize: 20, mt: '1px', color: toneOfVote(vote.outcome).text }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ fontWeight: 500 }}>{vote.approver.title}</Box>
        <Box sx={{ fontSize: '0.8125rem', color: toneOfVote(vote.outcome).text }}>
          {vote.title || translate('approval.pending')}{vote.at ? <Box component="span" sx={{ color: 'text.secondary' }}> · <Moment value={vote.at} /></Box> : null}
        </Box>
        {instead && vote.by ? <Box sx={{ fontSize: '0.8125rem', color: TONES.waiting.text }}>{translate('approval.by', { name: vote.by.title })}</Box> : null}
        {vote.remark ? <Box sx={{ mt: 0.5, px: 1.25, py: 0.75, bgcolor: colour.canvas, borderRadius: '8px', whiteSpace: 'pre-line', fontSize: '0.8125rem' }}>{vote.remark}</Box> : null}
      </Box>
    </Box>
  );
}

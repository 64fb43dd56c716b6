import BlockIcon from '@mui/icons-material/Block';
import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import CircleIcon from '@mui/icons-material/RadioButtonUnchecked';
import HourglassIcon from '@mui/icons-material/HourglassEmpty';
import PriorityIcon from '@mui/icons-material/ErrorOutlined';
import ProgressIcon from '@mui/icons-material/Timelapse';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import { styled } from '@mui/material/styles';
import type { StateTone } from '@reglament/contracts';
import type { ComponentType } from 'react';
import { TONES, toneOf } from './tone.js';

const ICONS: Readonly<Record<StateTone, ComponentType<SvgIconProps>>> = {
  neutral: CircleIcon,
  progress: ProgressIcon,
  waiting: HourglassIcon,
  attention: PriorityIcon,
  success: CheckIcon,
  stopped: BlockIcon,
};

const Chip = styled('span', { shouldForwardProp: (name) => name !== 'tone' })<{ tone: StateTone }>(({ tone }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 5,
  maxWidth: '100%',
  minHeight: 22,
  padding: '1px 8px 1px 6px',
  borderRadius: 6,
  fontSize: '0.75rem',
  lineHeight: 1.35,
  overflowWrap: 'break-word',
  fontWeight: 500,
  color: TONES[tone].text,
  background: TONES[tone].tint,
  boxShadow: `inset 0 0 0 1px ${TONES[tone].edge}`,
  '& svg': { fontSize: 14, flex: 'none' },
}));

/** State of anything: icon, word and colour together, so that none of them carries the meaning alone. */
export function ToneChip({ tone, label }: { readonly tone: string | null | undefined; readonly label: string }) {
  const known = toneOf(tone);
  const Icon = ICONS[known];
  return (
    <Chip tone={known} className="tone-chip">
      <Icon fontSize="inherit" aria-hidden />
      {label}
    </Chip>
  );
}

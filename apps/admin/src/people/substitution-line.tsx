import Box from '@mui/material/Box';
import type { SubstitutionRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { formatDate } from '../common/dates.js';
import { useLanguage } from '../common/use-language.js';
import { ToneChip } from '../theme/tone-chip.js';

const TONE = { current: 'progress', planned: 'waiting', ended: 'neutral' } as const;

export function SubstitutionState({ row }: { readonly row: SubstitutionRow }) {
  const translate = useTranslate();
  return <ToneChip tone={TONE[row.status]} label={translate(`substitution.${row.status}`)} />;
}

export function SubstitutionLine({ row }: { readonly row: SubstitutionRow }) {
  const translate = useTranslate();
  const language = useLanguage();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, py: 0.75 }}>
      <span>{translate('substitution.line', { substitute: row.substitute.title, absent: row.absent.title, from: formatDate(row.from, language), to: formatDate(row.to, language) })}</span>
      <SubstitutionState row={row} />
    </Box>
  );
}

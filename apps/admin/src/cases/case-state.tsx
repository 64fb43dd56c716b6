import Box from '@mui/material/Box';
import type { InstanceRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { ToneChip } from '../theme/tone-chip.js';

const TONE = { active: 'progress', completed: 'success', cancelled: 'stopped' } as const;

/** The state that the process names, else what may be said of any case; beside it a failure that stopped it. */
export function CaseState({ row }: { readonly row: InstanceRow }) {
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      <ToneChip tone={row.state?.tone ?? TONE[row.status]} label={row.state?.title ?? translate(`case.statusOf.${row.status}`)} />
      {row.suspendedAt === null ? null : <ToneChip tone="waiting" label={translate('operation.suspended')} />}
      {row.incidents > 0 ? <ToneChip tone="stopped" label={translate('case.failure')} /> : null}
    </Box>
  );
}

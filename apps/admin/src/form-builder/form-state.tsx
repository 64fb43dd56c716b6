import Box from '@mui/material/Box';
import type { FormRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { ToneChip } from '../theme/tone-chip.js';

/** Whether a form is published, and whether something in it is not. */
export function FormState({ row }: { readonly row: Pick<FormRow, 'version' | 'draft'> }) {
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      {row.version === null ? null : <ToneChip tone="success" label={translate('forms.version', { version: row.version })} />}
      {row.draft === null ? null : <ToneChip tone={row.version === null ? 'neutral' : 'attention'} label={translate(row.version === null ? 'forms.draft' : 'forms.unpublished')} />}
    </Box>
  );
}

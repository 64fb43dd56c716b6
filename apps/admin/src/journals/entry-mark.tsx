import Box from '@mui/material/Box';
import type { JournalEntryRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { ToneChip } from '../theme/tone-chip.js';

/** A void or reserved number is a visible row with its reason; so is why a letter was taken. */
export function EntryMark({ row }: { readonly row: JournalEntryRow }) {
  const translate = useTranslate();
  if (row.status === 'registered' && row.reason === null) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75, mt: 0.5, fontSize: '0.75rem', color: 'text.secondary' }}>
      {row.status === 'void' ? <ToneChip tone="stopped" label={translate('journal.void')} /> : null}
      {row.status === 'reserved' ? <ToneChip tone="waiting" label={translate('journal.reserved')} /> : null}
      {row.reason}
    </Box>
  );
}

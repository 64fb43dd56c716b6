import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { AuditRow } from '@reglament/contracts';
import { Link as RouterLink } from 'react-router';

/** What was done in one sentence, with a way to what it was done to; below it what changed, old → new. */
export function AuditFact({ row: { text, target, changes } }: { readonly row: AuditRow }) {
  const page = target?.page ?? null;
  return (
    <>
      <Box sx={{ overflowWrap: 'anywhere' }}>{page === null ? text : <Link component={RouterLink} to={page}>{text}</Link>}</Box>
      {changes.map(({ label, from, to }) => (
        <Box key={label} sx={{ fontSize: '0.8125rem', color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {label}: {from === null ? to : `${from} → ${to ?? '—'}`}
        </Box>
      ))}
    </>
  );
}

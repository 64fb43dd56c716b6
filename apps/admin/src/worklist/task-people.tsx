import Box from '@mui/material/Box';
import type { TaskRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { useSession } from '../data/use-api.js';

/** Whose work it is: the one who took it, or those who may; and for whom one stands in. */
export function TaskPeople({ row, inline = false }: { readonly row: TaskRow; readonly inline?: boolean }) {
  const translate = useTranslate();
  const me = useSession()?.person.reference;
  const only = row.assignee ?? (row.performers.length === 1 ? row.performers[0] : undefined);
  const mine = only !== undefined && only.reference === me;
  const names = mine ? translate('worklist.you') : row.assignee?.title ?? row.performers.map(({ title }) => title).join(', ');
  const second = row.substituteFor ? translate('worklist.insteadOf', { name: row.substituteFor.title }) : row.organisation.title;
  if (inline) return <>{[mine ? null : names, row.substituteFor ? second : null].filter(Boolean).join(' · ')}</>;
  return (
    <>
      <Box>{names}</Box>
      <Box sx={{ fontSize: '0.75rem', color: row.substituteFor ? '#453d9a' : 'text.secondary' }}>{second}</Box>
    </>
  );
}

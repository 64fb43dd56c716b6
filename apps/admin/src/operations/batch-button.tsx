import Button from '@mui/material/Button';
import type { BatchFilter } from '@reglament/contracts';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { useSession } from '../data/use-api.js';
import { BatchDialog } from './batch-dialog.js';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Begins an operation over the cases that the list around shows. */
export function BatchButton() {
  const translate = useTranslate();
  const session = useSession();
  const { filterValues } = useListContext();
  const [open, setOpen] = useState(false);
  if (!session?.may.includes('manageCases')) return null;
  const values = filterValues as Readonly<Record<string, unknown>>;
  const status = text(values['status']);
  const filter: BatchFilter = {
    ...(status !== undefined && { status: status as NonNullable<BatchFilter['status']> }), ...(text(values['definition']) !== undefined && { definition: text(values['definition']) }),
    ...(text(values['q']) !== undefined && { q: text(values['q']) }), ...(String(values['overdue']) === 'true' && { overdue: true }),
  };
  return (
    <>
      <Button variant="outlined" color="secondary" onClick={() => setOpen(true)} sx={{ minHeight: 40 }}>{translate('operation.batch')}</Button>
      {open ? <BatchDialog filter={filter} mineLeftOut={String(values['mine']) === 'true'} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

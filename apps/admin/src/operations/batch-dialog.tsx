import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { BATCH_KINDS, type BatchCount, type BatchFilter, type BatchKind, type BatchRow } from '@reglament/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { LabelledDate } from '../common/labelled-date.js';
import { SelectBox } from '../common/select-box.js';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { batchAddress } from './batch-address.js';
import { valueOf } from './planned-change.js';
import { ReasonDialog } from './reason-dialog.js';

interface BatchDialogProps { readonly filter: BatchFilter; readonly mineLeftOut: boolean; readonly onClose: () => void }

const isDate = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** What is to be done with all cases of the filter: how many they are is seen first, and the reason is given once. */
export function BatchDialog({ filter: given, mineLeftOut, onClose }: BatchDialogProps) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [kind, setKind] = useState<BatchKind>('suspend');
  const [version, setVersion] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [name, setName] = useState('');
  const [typed, setTyped] = useState('');
  const filter: BatchFilter = { ...given, ...(/^[1-9]\d{0,4}$/.test(version) && { version: Number(version) }), ...(isDate(from) && { from }), ...(isDate(to) && { to }) };
  const counted = useQuery<BatchCount>({ queryKey: ['batch-count', kind, filter], queryFn: ({ signal }) => api<BatchCount>('/case-operations/count', { method: 'POST', body: { kind, filter }, signal }), gcTime: 0 });
  const { count = 0, most = 0 } = counted.data ?? {};
  const value = valueOf(null, typed);
  const start = useAction((remark: string, idempotencyKey) => api<BatchRow>('/case-operations', { method: 'POST', idempotencyKey, body: { kind, filter, remark, expected: count, ...(kind === 'setVariables' && { values: { [name.trim()]: value } }) } }), {
    refresh: ['/case-operations'], done: 'operation.batchStarted', onRefused: () => true, onDone: ({ id }) => { void navigate(batchAddress(id)); },
  });
  const ready = counted.isSuccess && count > 0 && count <= most && (kind !== 'setVariables' || name.trim() !== '');
  const told = count > most ? translate('operation.tooMany', { most }) : count === 0 ? translate('operation.none') : translate('operation.count', { count });
  return (
    <ReasonDialog title={translate('operation.batchTitle')} verb={translate('operation.begin')} negative={kind === 'cancel'} ready={ready} busy={start.isPending} error={start.error ?? counted.error} onClose={onClose} onSend={(remark) => start.mutate(remark)}>
      <SelectBox label={translate('operation.kind')} value={kind} onChange={(next) => setKind(BATCH_KINDS.find((each) => each === next) ?? kind)} choices={BATCH_KINDS.map((key) => ({ key, title: translate(`operation.kindOf.${key}`) }))} />
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 1fr' }, gap: 1.5 }}>
        <TextField label={translate('operation.version')} value={version} onChange={(event) => setVersion(event.target.value)} slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 5 } }} />
        <LabelledDate label={translate('operation.from')} value={from} onChange={setFrom} />
        <LabelledDate label={translate('operation.to')} value={to} onChange={setTo} />
      </Box>
      {kind === 'setVariables' ? (
        <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, gap: 1.5 }}>
          <TextField required label={translate('operation.variableName')} value={name} onChange={(event) => setName(event.target.value)} slotProps={{ htmlInput: { maxLength: 64 } }} />
          <TextField label={translate('operation.value')} value={typed} onChange={(event) => setTyped(event.target.value)} slotProps={{ htmlInput: { maxLength: 5000 } }} />
        </Box>
      ) : null}
      {mineLeftOut ? <Alert severity="info">{translate('operation.mineLeftOut')}</Alert> : null}
      <Box role="status" sx={{ fontWeight: 600 }}>{counted.isSuccess ? told : '…'}</Box>
    </ReasonDialog>
  );
}

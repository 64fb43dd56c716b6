import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import type { InstanceView, ModificationPreview } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Section } from '../common/section.js';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { useErrorText } from '../data/use-error-text.js';
import { ProcessDiagram } from '../definitions/process-diagram.js';
import type { PlannedChange } from './planned-change.js';

interface PreviewDialogProps { readonly instance: string; readonly changes: readonly PlannedChange[]; readonly preview: ModificationPreview; readonly onClose: () => void; readonly onApplied: () => void }

/** The picture before and after, what will happen besides, and the reason. What is applied is what was shown, or it is refused. */
export function PreviewDialog({ instance, changes, preview, onClose, onApplied }: PreviewDialogProps) {
  const translate = useTranslate();
  const errorText = useErrorText();
  const [remark, setRemark] = useState('');
  const apply = useAction((reason: string, idempotencyKey) => api<InstanceView>(`/process-instances/${instance}/modification`, { method: 'POST', body: { changes: changes.map(({ change }) => change), remark: reason }, idempotencyKey }), {
    refresh: ['/process-instances', '/tasks'], done: 'operation.applied', onRefused: () => true, onDone: onApplied,
  });
  return (
    <Dialog open onClose={apply.isPending ? undefined : onClose} maxWidth="lg" fullWidth aria-labelledby="preview-title">
      <DialogTitle id="preview-title">{translate('operation.changes')}</DialogTitle>
      <DialogContent>
        {apply.error ? <Alert severity="error" role="alert" sx={{ mb: 2 }}>{errorText(apply.error)}</Alert> : null}
        {preview.warnings.length > 0 ? <Alert severity="warning" sx={{ mb: 2 }}>{preview.warnings.map((warning) => <div key={warning}>{warning}</div>)}</Alert> : null}
        <Section title={translate('operation.effects')}>
          {preview.effects.length === 0 ? translate('operation.noEffects') : <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{preview.effects.map((effect) => <li key={effect}>{effect}</li>)}</Box>}
        </Section>
        <Section title={translate('operation.before')} flush><ProcessDiagram diagram={preview.before} /></Section>
        <Section title={translate('operation.after')} flush><ProcessDiagram diagram={preview.after} /></Section>
        <TextField fullWidth multiline minRows={2} required label={translate('operation.reason')} helperText={translate('operation.reasonHelp')} value={remark} onChange={(event) => setRemark(event.target.value)} slotProps={{ htmlInput: { maxLength: 5000 } }} />
      </DialogContent>
      <DialogActions>
        <Button color="secondary" disabled={apply.isPending} onClick={onClose}>{translate('action.back')}</Button>
        <Button variant="contained" disabled={apply.isPending || remark.trim() === ''} onClick={() => apply.mutate(remark.trim())}>{translate('operation.apply')}</Button>
      </DialogActions>
    </Dialog>
  );
}

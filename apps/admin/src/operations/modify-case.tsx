import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CloseIcon from '@mui/icons-material/Close';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import type { CaseManagement, ModificationPreview } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Section } from '../common/section.js';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { CasePlaces } from './case-places.js';
import { ChooseData } from './choose-data.js';
import { ChooseStart } from './choose-start.js';
import { startOf, type PlannedChange } from './planned-change.js';
import { PreviewDialog } from './preview-dialog.js';

/** Puts the case right: what is to change is gathered first, looked at in a picture, and applied as a whole. */
export function ModifyCase({ instance, management }: { readonly instance: string; readonly management: CaseManagement }) {
  const translate = useTranslate();
  const [planned, setPlanned] = useState<readonly PlannedChange[]>([]);
  const add = (...more: readonly PlannedChange[]): void => setPlanned((known) => [...known, ...more]);
  const look = useAction((changes: readonly PlannedChange[]) => api<ModificationPreview>(`/process-instances/${instance}/modification/preview`, { method: 'POST', body: { changes: changes.map(({ change }) => change) } }));
  return (
    <>
      <Section title={translate('operation.places')} flush><CasePlaces management={management} onAdd={add} /></Section>
      <Box sx={{ display: 'grid', gridTemplateColumns: { md: '1fr 1fr' }, columnGap: 2 }}>
        <Section title={translate('operation.start')}><ChooseStart starts={management.starts} label={translate('operation.startLabel')} verb={translate('operation.startAdd')} onChoose={(start) => add(startOf(start))} /></Section>
        <Section title={translate('operation.variables')}><ChooseData variables={management.variables} onAdd={add} /></Section>
      </Box>
      <Section title={translate('operation.changes')}>
        {planned.length === 0 ? <Typography color="text.secondary">{translate('operation.noChanges')}</Typography> : (
          <Box component="ol" sx={{ m: 0, pl: 3 }}>
            {planned.map(({ label }, i) => {
              const words = translate(label.key, label.words);
              return (
                <li key={i}>
                  <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
                    <span>{words}</span>
                    <IconButton size="small" aria-label={translate('operation.drop', { title: words })} onClick={() => setPlanned(planned.filter((_, other) => other !== i))}><CloseIcon fontSize="small" /></IconButton>
                  </Box>
                </li>
              );
            })}
          </Box>
        )}
        <Button variant="contained" disabled={planned.length === 0 || look.isPending} onClick={() => look.mutate(planned)} sx={{ mt: 1.5 }}>{translate('operation.preview')}</Button>
      </Section>
      {look.data ? <PreviewDialog instance={instance} changes={planned} preview={look.data} onClose={() => look.reset()} onApplied={() => { look.reset(); setPlanned([]); }} /> : null}
    </>
  );
}

import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import type { MigrationBatchView, MigrationPlanView, PlanMigration, StartMigration, TermsDecision } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import { AskDialog } from '../common/ask-dialog.js';
import { QueryView } from '../common/query-view.js';
import { Section } from '../common/section.js';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { MigrationOrders } from './migration-orders.js';
import { MigrationQuestions } from './migration-questions.js';
import { PlannedCases } from './planned-cases.js';

export interface Decisions { readonly nodes: Readonly<Record<string, string>>; readonly terms: Readonly<Record<string, TermsDecision>>; readonly variables: Readonly<Record<string, unknown>> }

const NOTHING: Decisions = { nodes: {}, terms: {}, variables: {} };

interface MigrationSectionProps { readonly base: string; readonly from: number; readonly to: number }

/** What would become of the living cases, what has to be decided for them, and the order to move them. */
export function MigrationSection({ base, from, to }: MigrationSectionProps) {
  const translate = useTranslate();
  const [decided, setDecided] = useState<Decisions>(NOTHING);
  const [asking, setAsking] = useState(false);
  const body: PlanMigration = { from, to, ...decided };
  const plan = useQuery<MigrationPlanView>({
    queryKey: ['api', `${base}/migration-plan`, body], placeholderData: (before) => before,
    queryFn: ({ signal }) => api<MigrationPlanView>(`${base}/migration-plan`, { method: 'POST', body, signal }),
  });
  return (
    <>
      <Section title={translate('migration.title')}>
        <QueryView query={plan} rows={5}>{(found) => found.total === 0 ? <Box component="p" sx={{ m: 0 }}>{translate('migration.noCases', { version: from })}</Box> : (
          <Stack gap={2}>
            <Box role="status">{translate('migration.counts', { total: found.total, safe: found.safe, choice: found.choice, blocked: found.blocked })}</Box>
            {found.total > found.cases.length ? <Alert severity="info">{translate('migration.shown', { count: found.cases.length })}</Alert> : null}
            <MigrationQuestions questions={found.questions} decided={decided} onDecide={setDecided} />
            <PlannedCases cases={found.cases} />
            <Box><Button variant="contained" disabled={found.safe === 0} onClick={() => setAsking(true)}>{translate('migration.move', { count: found.safe })}</Button></Box>
            {asking ? <StartDialog base={base} body={body} plan={found} onClose={() => setAsking(false)} /> : null}
          </Stack>
        )}</QueryView>
      </Section>
      <MigrationOrders base={base} />
    </>
  );
}

function StartDialog({ base, body, plan, onClose }: { readonly base: string; readonly body: PlanMigration; readonly plan: MigrationPlanView; readonly onClose: () => void }) {
  const translate = useTranslate();
  const [remark, setRemark] = useState('');
  const start = useAction<StartMigration, MigrationBatchView>(
    (input, key) => api(`${base}/migrations`, { method: 'POST', body: input, idempotencyKey: key }),
    { refresh: [base, '/process-instances', '/tasks'], done: 'migration.started', onDone: onClose, onRefused: () => true },
  );
  return (
    <AskDialog title={translate('migration.ask')} verb={translate('migration.moveVerb')} ready={remark.trim() !== ''} busy={start.isPending} error={start.error} onSend={() => start.mutate({ ...body, remark: remark.trim() })} onClose={onClose}>
      <Box component="p" sx={{ m: 0 }}>{translate('migration.askText', { from: plan.from, to: plan.to, safe: plan.safe, stay: plan.choice + plan.blocked })}</Box>
      <TextField label={translate('migration.reason')} value={remark} onChange={(event) => setRemark(event.target.value)} required multiline minRows={2} autoFocus slotProps={{ htmlInput: { maxLength: 5000 } }} />
    </AskDialog>
  );
}

import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { DefinitionRow, Page as ListOf, PartyView, StartedInstance, StartInstance } from '@reglament/contracts';
import { Suspense, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router';
import { caseAddress, taskAddress } from '../common/addresses.js';
import { Page } from '../common/page.js';
import { QueryView } from '../common/query-view.js';
import { Section } from '../common/section.js';
import { NoRights, RowsSkeleton } from '../common/states.js';
import { api } from '../data/http.js';
import { problemOf } from '../data/problem.js';
import { useAction } from '../data/use-action.js';
import { useApi, useSession } from '../data/use-api.js';
import type { FormPort } from '../task/form-port.js';
import { FormSlot } from '../task/form-slot.js';
import { idOf } from '../common/reference.js';
import { StartDraftNote } from './start-draft-note.js';
import { useStartDraft } from './use-start-draft.js';

/** Starts a case: its form, the organisation where one holds roles in several, and on to the first own task. */
export default function StartCasePage() {
  const { key } = useParams();
  const translate = useTranslate();
  const query = useApi<ListOf<DefinitionRow>>('/process-definitions', { limit: 100 });
  const title = query.data?.items.find((row) => row.key === key)?.title ?? translate('start.title');
  return (
    <Page title={title} above={translate('start.title')}>
      <QueryView query={query}>
        {({ items }) => {
          const definition = items.find((row) => row.key === key && row.mayStart);
          return definition ? <StartForm key={definition.key} definition={definition} /> : <Section><NoRights /></Section>;
        }}
      </QueryView>
    </Page>
  );
}

function StartForm({ definition }: { readonly definition: DefinitionRow }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const session = useSession();
  const form = useRef<FormPort>(null);
  const [ready, setReady] = useState(definition.startForm === null);
  const draft = useStartDraft(session?.person.reference ?? '', definition.startForm?.hash ?? '');
  const [attempt, setAttempt] = useState(0);
  const known = [session?.organisation, ...(session?.roles.map((role) => role.organisation) ?? [])];
  const organisations = new Map<string, PartyView>(known.flatMap((party) => (party && definition.startIn.includes(idOf(party.reference)) ? [[party.reference, party] as const] : [])));
  const [organisation, setOrganisation] = useState([...organisations.keys()][0] ?? '');
  const start = useAction((body: StartInstance, idempotencyKey) => api<StartedInstance>('/process-instances', { method: 'POST', body, idempotencyKey }), {
    done: 'start.started', refresh: ['/tasks', '/process-instances'],
    onDone: ({ instance, next }) => {
      draft.forget();
      const mine = next.find(({ assignee, performers }) => [assignee, ...performers].some((party) => party?.reference === session?.person.reference));
      void navigate(mine ? taskAddress(mine.id) : caseAddress(instance), { replace: true });
    },
    onRefused: (error) => {
      const errors = problemOf(error)?.errors;
      if (errors) form.current?.showServerErrors(errors);
      return false;
    },
  });
  const begin = (): void => {
    const data = definition.startForm ? (form.current?.submit() ?? null) : undefined;
    if (data === null) return;
    start.mutate({ definition: definition.key, ...(organisation === '' ? {} : { organisation: idOf(organisation) }), ...(data === undefined ? {} : { data }) });
  };
  return (
    <>
      {definition.startForm === null || definition.description || organisations.size > 1 ? <Section>
        {definition.description ? <Box sx={{ mb: 2, color: 'text.secondary' }}>{definition.description}</Box> : null}
        {organisations.size > 1 ? (
          <TextField select label={translate('start.organisation')} value={organisation} onChange={(event) => setOrganisation(event.target.value)} sx={{ mb: 2, minWidth: 320, maxWidth: '100%' }}>
            {[...organisations.values()].map((party) => <MenuItem key={party.reference} value={party.reference}>{party.title}</MenuItem>)}
          </TextField>
        ) : null}
        {definition.startForm ? null : <Alert severity="info">{translate('start.noForm')}</Alert>}
      </Section> : null}
      {definition.startForm
        ? <Box sx={{ mb: 2 }}><Suspense fallback={<RowsSkeleton rows={5} />}><FormSlot key={attempt} hash={definition.startForm.hash} data={draft.initial} port={form} onChange={draft.changed} onReady={setReady} /></Suspense></Box>
        : null}
      {definition.startForm ? <StartDraftNote state={draft.state} onForget={() => { draft.forget(); setAttempt(attempt + 1); }} /> : null}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button variant="contained" size="large" disabled={start.isPending || !ready} onClick={begin}>{translate('start.begin')}</Button>
        <Button size="large" color="secondary" onClick={() => void navigate(-1)}>{translate('start.cancel')}</Button>
      </Box>
    </>
  );
}

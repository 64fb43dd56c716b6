import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import AddIcon from '@mui/icons-material/Add';
import type { FormRow } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { AskDialog } from '../common/ask-dialog.js';
import type { Column } from '../common/list/column.js';
import { SearchFilter } from '../common/list/filters.js';
import { ListPage } from '../common/list/list-page.js';
import { RowLink } from '../common/list/row-link.js';
import { Moment } from '../common/moment.js';
import { Page } from '../common/page.js';
import { api } from '../data/http.js';
import { fieldErrorOf } from '../data/problem.js';
import { useAction } from '../data/use-action.js';
import { useSession } from '../data/use-api.js';
import { FormState } from './form-state.js';

const address = (row: FormRow): string => (row.version === null ? `/forms/${encodeURIComponent(row.key)}/edit` : `/forms/${encodeURIComponent(row.key)}`);

/** Every form of the office: shipped, made here, and half made. */
export default function FormList() {
  const translate = useTranslate();
  const [adding, setAdding] = useState(false);
  const manage = useSession()?.may.includes('manageForms') ?? false;
  const title = translate('menu.forms');
  const add = <Button variant="contained" startIcon={<AddIcon />} onClick={() => setAdding(true)}>{translate('forms.new')}</Button>;
  const columns: readonly Column<FormRow>[] = [
    { key: 'title', label: 'forms.column.title', render: (row) => <><RowLink to={address(row)}>{row.title}</RowLink><Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{translate('forms.questions', { smart_count: row.questions })}{row.description ? ` · ${row.description}` : ''}</Box></> },
    { key: 'state', label: 'forms.column.state', width: 230, render: (row) => <FormState row={row} /> },
    { key: 'used', label: 'forms.column.used', width: 150, from: 'md', render: (row) => (row.usedIn > 0 ? translate('forms.processes', { smart_count: row.usedIn }) : translate('forms.nowhere')) },
    { key: 'by', label: 'forms.column.by', width: 190, from: 'lg', render: (row) => row.draft?.savedBy.title ?? row.publishedBy?.title ?? translate('forms.fromPackage') },
    { key: 'changed', label: 'forms.column.changed', width: 120, from: 'sm', render: (row) => { const at = row.draft?.savedAt ?? row.publishedAt; return at ? <Moment value={at} day /> : null; } },
  ];
  return (
    <Page title={title} actions={manage ? add : undefined} below={translate('forms.below')}>
      <ListPage<FormRow> resource="form-definitions" label={title} columns={columns} search={<SearchFilter label="forms.search" />} empty={{ title: 'forms.empty', text: 'forms.emptyText', action: manage ? add : undefined }}
        card={(row) => <Box sx={{ display: 'grid', gap: 0.5 }}><RowLink to={address(row)}>{row.title}</RowLink><FormState row={row} /><Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{translate('forms.questions', { smart_count: row.questions })}</Box></Box>} />
      {adding ? <NewForm onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

function NewForm({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const add = useAction((body: { title: string }, idempotencyKey) => api<FormRow>('/form-definitions', { method: 'POST', body, idempotencyKey }), {
    refresh: ['/form-definitions'], onRefused: () => true, onDone: (row) => void navigate(`/forms/${encodeURIComponent(row.key)}/edit`),
  });
  return (
    <AskDialog title={translate('forms.newTitle')} verb={translate('forms.create')} ready={title.trim().length > 1} busy={add.isPending} error={add.error} onClose={onClose} onSend={() => add.mutate({ title })}>
      <TextField autoFocus required label={translate('builder.formTitle')} value={title} slotProps={{ htmlInput: { maxLength: 200 } }} helperText={fieldErrorOf(add.error, 'title') ?? translate('forms.newHint')} onChange={(event) => setTitle(event.target.value)} />
    </AskDialog>
  );
}

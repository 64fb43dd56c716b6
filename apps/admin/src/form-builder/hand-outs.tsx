import type { FormHandOutRow, Page } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { caseAddress } from '../common/addresses.js';
import { DataTable } from '../common/list/data-table.js';
import type { Column } from '../common/list/column.js';
import { RowLink } from '../common/list/row-link.js';
import { Moment } from '../common/moment.js';
import { Section } from '../common/section.js';
import { useApi } from '../data/use-api.js';
import { ToneChip } from '../theme/tone-chip.js';

const TONES = { active: 'waiting', completed: 'success', cancelled: 'stopped' } as const;

/** Whom the form was given to, and how far it has come. Without any there is nothing to show: the answers below say what to do. */
export function HandOuts({ form }: { readonly form: string }) {
  const translate = useTranslate();
  const query = useApi<Page<FormHandOutRow>>(`/form-definitions/${encodeURIComponent(form)}/hand-outs`, { limit: 20 });
  const rows = query.data?.items ?? [];
  if (rows.length === 0) return null;
  const columns: readonly Column<FormHandOutRow>[] = [
    { key: 'at', label: 'forms.column.givenAt', render: (one) => <RowLink to={caseAddress(one.id)}><Moment value={one.at} /></RowLink> },
    { key: 'by', label: 'forms.column.givenBy', from: 'md', render: (one) => one.by?.title },
    { key: 'answered', label: 'forms.column.answered', width: 190, render: (one) => translate('forms.answeredOf', { answered: one.answered, people: one.people }) },
    { key: 'term', label: 'forms.column.term', width: 150, from: 'sm', render: (one) => (one.workingDays === null ? translate('forms.noTerm') : translate('forms.workingDays', { smart_count: one.workingDays })) },
    { key: 'status', label: 'forms.column.state', width: 170, render: (one) => <ToneChip tone={TONES[one.status]} label={translate(`forms.status.${one.status}`)} /> },
  ];
  return <Section title={translate('forms.handOuts')} flush><DataTable label={translate('forms.handOuts')} rows={rows} rowKey={(one) => one.id} columns={columns} /></Section>;
}

import Alert from '@mui/material/Alert';
import type { JournalRow, Page } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { useApi, useSession } from '../data/use-api.js';
import type { FormData } from './form-port.js';

/** The journals that a form's answers name; where they name none, the only one there is. */
export function journalsIn(data: FormData, journals: readonly JournalRow[]): readonly JournalRow[] {
  const named = journals.filter(({ key }) => Object.values(data).includes(key));
  if (named.length > 0) return named;
  return journals.length === 1 ? journals : [];
}

/** The next number of the journal. It is taken only at the moment of registration: another may be faster. */
export function RegisterSummary({ data }: { readonly data: FormData }) {
  const translate = useTranslate();
  const may = useSession()?.may ?? [];
  const { data: page } = useApi<Page<JournalRow>>(may.includes('seeJournals') ? '/journals' : null, { limit: 100 });
  const journals = journalsIn(data, page?.items ?? []);
  return (
    <Alert severity="info">
      {journals.length === 0 ? translate('register.unknown') : journals.map(({ key, title, next }) => <div key={key}>{translate('register.next', { journal: title, number: next })}</div>)}
      <div>{translate('register.note')}</div>
    </Alert>
  );
}

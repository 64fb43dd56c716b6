import Alert from '@mui/material/Alert';
import type { JournalRow, Page } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { useApi, useSession } from '../data/use-api.js';
import type { FormData } from './form-port.js';

/** More would be a list to search in, not an answer. */
const MOST_SHOWN = 8;

/** The journals that a form's answers name; where they name none, those of the case's organisation. */
export function journalsIn(data: FormData, journals: readonly JournalRow[], organisation: string): readonly JournalRow[] {
  const named = journals.filter(({ key }) => Object.values(data).includes(key));
  if (named.length > 0) return named;
  const own = journals.filter((journal) => journal.organisation.reference === organisation);
  return own.length <= MOST_SHOWN ? own : [];
}

/** The next number of the journal. It is taken only at the moment of registration: another may be faster. */
export function RegisterSummary({ data, organisation }: { readonly data: FormData; readonly organisation: string }) {
  const translate = useTranslate();
  const may = useSession()?.may ?? [];
  const { data: page } = useApi<Page<JournalRow>>(may.includes('seeJournals') ? '/journals' : null, { limit: 100 });
  const journals = journalsIn(data, page?.items ?? [], organisation);
  return (
    <Alert severity="info">
      {journals.length === 0 ? translate('register.unknown') : journals.map(({ key, title, next }) => <div key={key}>{translate('register.next', { journal: title, number: next })}</div>)}
      <div>{translate('register.note')}</div>
    </Alert>
  );
}

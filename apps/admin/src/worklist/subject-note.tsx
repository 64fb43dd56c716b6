import type { TaskRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { formatDate } from '../common/dates.js';
import { useLanguage } from '../common/use-language.js';

/** What tells cases of one name apart: the number, the process, and while there is no number the day since which the task waits. */
export function SubjectNote({ row }: { readonly row: TaskRow }) {
  const translate = useTranslate();
  const language = useLanguage();
  const since = row.businessKey === null && row.status === 'open' ? translate('worklist.since', { date: formatDate(row.createdAt, language) }) : null;
  return <>{[row.businessKey, row.subject === null ? null : row.definition.title, since].filter(Boolean).join(' · ')}</>;
}

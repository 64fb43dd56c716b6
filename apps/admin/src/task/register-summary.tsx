import Alert from '@mui/material/Alert';
import type { TaskView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';

/** The journal and its next number. It is taken only at the moment of registration: another clerk may be faster. */
export function RegisterSummary({ task }: { readonly task: TaskView }) {
  const translate = useTranslate();
  const { registration } = task;
  return (
    <Alert severity="info">
      <div>{registration === null ? translate('register.unknown') : translate('register.next', { journal: registration.journalTitle, number: registration.next })}</div>
      <div>{translate('register.note')}</div>
    </Alert>
  );
}

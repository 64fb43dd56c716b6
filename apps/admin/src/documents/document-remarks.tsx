import Alert from '@mui/material/Alert';
import type { DocumentView } from '@reglament/contracts';
import { Moment } from '../common/moment.js';

/** What became known after the signature: over the page, so that nobody goes by figures that have changed. */
export function DocumentRemarks({ remarks }: Pick<DocumentView, 'remarks'>) {
  return <>{remarks.map(({ at, text }) => <Alert key={`${at} ${text}`} severity="warning" sx={{ mb: 2 }}>{text} · <Moment value={at} /></Alert>)}</>;
}

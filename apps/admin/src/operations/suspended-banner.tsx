import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import type { CaseSuspension } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { formatDateTime } from '../common/dates.js';
import { useLanguage } from '../common/use-language.js';

/** The case stands still: since when, by whom and why. */
export function SuspendedBanner({ suspended }: { readonly suspended: CaseSuspension | null }) {
  const translate = useTranslate();
  const language = useLanguage();
  if (suspended === null) return null;
  const at = formatDateTime(suspended.since, language);
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <AlertTitle sx={{ fontSize: '0.9375rem', fontWeight: 600 }}>{suspended.by ? translate('operation.suspendedBy', { at, name: suspended.by.title }) : translate('operation.suspendedAt', { at })}</AlertTitle>
      {suspended.remark === null ? null : <Box component="blockquote" sx={{ m: 0, whiteSpace: 'pre-line' }}>{suspended.remark}</Box>}
      {suspended.withParent ? translate('operation.withParent') : null} {translate('operation.standsStill')}
    </Alert>
  );
}

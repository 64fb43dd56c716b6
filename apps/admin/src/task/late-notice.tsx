import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { Late } from './use-completion.js';

/** A decision that came too late: who was first, and what was typed, so that nobody has to think of the words again. */
export function LateNotice({ late: { text, remark } }: { readonly late: Late }) {
  const translate = useTranslate();
  return (
    <Alert severity="warning" role="alert" sx={{ mb: 2, '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
      <AlertTitle sx={{ fontSize: '0.9375rem', fontWeight: 600 }}>{text}</AlertTitle>
      {translate('late.text')}
      {remark === '' ? null : (
        <Box sx={{ mt: 1 }}>
          <Box sx={{ fontSize: '0.75rem' }}>{translate('late.remark')}</Box>
          <Box component="blockquote" sx={{ m: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere', userSelect: 'all' }}>{remark}</Box>
        </Box>
      )}
    </Alert>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { StateView } from './states.js';

/** A fault of the panel itself. What was typed in a form is in its draft; the page only has to be opened again. */
export function CrashPage() {
  const translate = useTranslate();
  return (
    <Box component="main" sx={{ p: 4 }}>
      <StateView role="alert" title={translate('state.crash.title')} text={translate('state.crash.text')}
        action={<Button variant="contained" onClick={() => window.location.reload()}>{translate('state.reload')}</Button>} />
    </Box>
  );
}

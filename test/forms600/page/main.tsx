import { CssBaseline } from '@mui/material';
import { ThemeProvider } from '@mui/material/styles';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { FormRenderer, noLookups, type FormHandle } from '../../../apps/admin/src/form-renderer/index.js';
import { theme } from '../../../apps/admin/src/theme/theme.js';
import { form600 } from '../form-600.mjs';

const definition = form600();

/** The form as a task page shows it, alone on a page. */
function Page() {
  const form = useRef<FormHandle>(null);
  const [valid, setValid] = useState<boolean | null>(null);
  return (
    <>
      <FormRenderer ref={form} definition={definition} validator="/validator.js" data={{}} locale="ru" lookups={noLookups} />
      <button type="button" id="send" onClick={() => setValid(form.current?.submit().valid ?? null)}>Отправить</button>
      <output id="valid">{String(valid)}</output>
    </>
  );
}

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(<ThemeProvider theme={theme}><CssBaseline /><Page /></ThemeProvider>);
}

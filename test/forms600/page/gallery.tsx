import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { FormRenderer, type FormHandle } from '../../../apps/admin/src/form-renderer/index.js';
import { theme } from '../../../apps/admin/src/theme/theme.js';
import { galleryForm } from '../gallery/gallery-form.mjs';
import { galleryDraft, galleryLookups } from '../gallery/gallery-world.js';

const definition = galleryForm();
const query = new URLSearchParams(location.search);
const locale = query.get('locale') === 'en' ? 'en' : 'ru';
const start = JSON.parse(query.get('data') ?? '{}') as Record<string, unknown>;

/** The form between a heading and a button, as on a task page; what it holds is put out for the test to read. */
function Page() {
  const form = useRef<FormHandle>(null);
  const [data, setData] = useState<Readonly<Record<string, unknown>>>(start);
  const [sent, setSent] = useState<unknown>(null);
  const [findings, setFindings] = useState<Parameters<typeof FormRenderer>[0]['findings']>([]);
  useEffect(() => {
    const refuse = (event: Event) => form.current?.showErrors((event as CustomEvent<{ pointer: string; message: string }[]>).detail);
    addEventListener('refuse', refuse);
    return () => removeEventListener('refuse', refuse);
  }, []);
  const saving = useRef(false);
  const base = useRef<Readonly<Record<string, unknown>>>(start);
  const changed = (values: Readonly<Record<string, unknown>>) => {
    setData(values);
    if (!query.has('autosave') || saving.current) return;
    saving.current = true;
    void galleryDraft(values, base.current).then((saved) => {
      saving.current = false;
      base.current = saved.data;
      form.current?.merge(values, saved);
    });
  };
  return (
    <>
      <h1>{locale === 'ru' ? 'Проба' : 'Trial'}</h1>
      <FormRenderer
        ref={form} definition={definition} validator="/gallery-validator.js" data={start} locale={locale} readOnly={query.has('read')} lookups={galleryLookups} onChange={changed}
        clock={() => ({ now: '2026-11-22T05:00:00Z', zone: 'Asia/Krasnoyarsk' })} {...(findings === undefined ? {} : { findings })}
      />
      <button type="button" id="send" onClick={() => { const verdict = form.current?.submit(); setSent(verdict?.valid === true ? verdict.data : null); }}>Отправить</button>
      <button type="button" id="find" onClick={() => setFindings([{ check: 'lint', code: 'noExecutor', severity: 'warning', pointer: '/clauses/0', message: 'Поручение без исполнителя' }])}>Проверить</button>
      <output id="data">{JSON.stringify(data)}</output>
      <output id="sent">{JSON.stringify(sent)}</output>
    </>
  );
}

document.documentElement.lang = locale;
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<ThemeProvider theme={theme}><CssBaseline /><Page /></ThemeProvider>);

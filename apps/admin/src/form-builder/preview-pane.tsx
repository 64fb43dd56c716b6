import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { FormDefinition, Locale } from '@reglament/contracts';
import type { CompiledForm } from '@reglament/forms';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { StateView } from '../common/states.js';
import { useLanguage } from '../common/use-language.js';
import { formLookups } from '../data/form-lookups.js';
import { API } from '../data/http.js';
import { businessNow } from '../data/session-store.js';
import { FormRenderer, loadForm, type FormHandle } from '../form-renderer/index.js';
import { colour } from '../theme/tokens.js';
import { compilePreview, previewOf } from './model/preview-form.js';

interface PreviewPaneProps {
  readonly form: FormDefinition;
  readonly broken: ReadonlySet<string>;
  /** Where the validator of exactly this form is; null while there is none. */
  readonly validator: string | null;
}

const PHONE = 375;
const clock = (): { readonly now: string; readonly zone: string } => ({ now: businessNow().toISOString(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone });

/** The form as people will see it: the same renderer, the same judge. What is typed here goes nowhere. */
export function PreviewPane({ form, broken, validator }: PreviewPaneProps) {
  const translate = useTranslate();
  const [locale, setLocale] = useState<Locale>(useLanguage());
  const [wide, setWide] = useState<'desktop' | 'phone'>('desktop');
  const [tried, setTried] = useState<'valid' | 'invalid' | null>(null);
  const typed = useRef<Readonly<Record<string, unknown>>>({});
  const handle = useRef<FormHandle>(null);
  // Typing in the builder goes first; the preview follows when there is time.
  const shown = useDeferredValue(form);
  const definition = useMemo(() => previewOf(shown, broken, wide === 'phone'), [shown, broken, wide]);
  const lenient = useMemo(() => definition && compilePreview(definition), [definition]);
  const [strict, setStrict] = useState<{ readonly form: FormDefinition; readonly compiled: CompiledForm } | null>(null);
  useEffect(() => {
    if (validator === null || broken.size > 0) return undefined;
    let wanted = true;
    loadForm(form, `${API}${validator}`).then((compiled) => { if (wanted) setStrict({ form, compiled }); }, () => undefined);
    return () => { wanted = false; };
  }, [form, validator, broken]);
  const judged = strict !== null && strict.form === form;
  // The renderer lays out what it was compiled with: of a phone's form the judge is the same, its fields are one under another.
  const compiled = useMemo(() => (judged && definition ? { ...strict.compiled, definition, fields: (lenient ?? strict.compiled).fields } : lenient), [judged, strict, lenient, definition]);
  useEffect(() => setTried(null), [form]);
  const order = useRef(0);
  const key = useMemo(() => { order.current += 1; return compiled ? order.current : 0; }, [compiled]);
  return (
    <Box component="section" aria-label={translate('builder.preview')} sx={{ bgcolor: colour.surface, border: `1px solid ${colour.line}`, borderRadius: '12px', overflow: 'hidden' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 2, py: 1, borderBottom: `1px solid ${colour.line}` }}>
        <Box component="h2" sx={{ m: 0, flex: 1, fontSize: '0.9375rem', fontWeight: 600 }}>{translate('builder.preview')}</Box>
        <ToggleButtonGroup exclusive size="small" value={wide} aria-label={translate('builder.width')} onChange={(_event, next: 'desktop' | 'phone' | null) => { if (next) setWide(next); }}>
          <ToggleButton value="desktop">{translate('builder.desktop')}</ToggleButton><ToggleButton value="phone">{translate('builder.phone')}</ToggleButton>
        </ToggleButtonGroup>
        <ToggleButtonGroup exclusive size="small" value={locale} aria-label={translate('builder.language')} onChange={(_event, next: Locale | null) => { if (next) setLocale(next); }}>
          <ToggleButton value="ru">{translate('builder.inRussianShort')}</ToggleButton><ToggleButton value="en">{translate('builder.inEnglishShort')}</ToggleButton>
        </ToggleButtonGroup>
      </Box>
      <Box sx={{ bgcolor: colour.canvas, p: { xs: 1, sm: 2 }, maxHeight: { md: 'calc(100vh - 220px)' }, overflowY: 'auto' }} tabIndex={0} role="group" aria-label={translate('builder.previewForm')}>
        {definition && compiled ? (
          <Box lang={locale} sx={{ maxWidth: wide === 'phone' ? PHONE : 'none', mx: 'auto' }}>
            <FormRenderer key={`${key}:${locale}`} ref={handle} definition={definition} validator={compiled} data={typed.current} locale={locale} lookups={formLookups} clock={clock} onChange={(data) => { typed.current = data; setTried(null); }} />
          </Box>
        ) : <StateView title={translate('builder.previewEmpty')} text={translate('builder.previewEmptyText')} />}
      </Box>
      {definition && compiled ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 2, py: 1, borderTop: `1px solid ${colour.line}` }}>
          <Button size="small" variant="outlined" disabled={!judged} onClick={() => setTried(handle.current?.submit().valid ? 'valid' : 'invalid')}>{translate('builder.try')}</Button>
          <Box role="status" sx={{ fontSize: '0.8125rem', flex: 1 }}>{tried === null ? translate(judged ? 'builder.tryHint' : 'builder.tryWait') : null}</Box>
          {tried ? <Alert severity={tried === 'valid' ? 'success' : 'warning'} sx={{ py: 0, width: '100%' }}>{translate(`builder.tried.${tried}`)}</Alert> : null}
        </Box>
      ) : null}
    </Box>
  );
}

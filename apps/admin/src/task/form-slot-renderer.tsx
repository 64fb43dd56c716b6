import type { Finding, FormDefinition } from '@reglament/contracts';
import { useCallback, useImperativeHandle, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { QueryView } from '../common/query-view.js';
import { useLanguage } from '../common/use-language.js';
import { formLookups } from '../data/form-lookups.js';
import { API } from '../data/http.js';
import { businessNow } from '../data/session-store.js';
import { useApi } from '../data/use-api.js';
import { FormRenderer, type FormHandle } from '../form-renderer/index.js';
import type { FormSlotProps } from './form-slot-props.js';
import { focusPlace, labelAt } from './form-places.js';

/** The form of a task, of a start, of an action: the renderer with the panel's look-ups, language and business clock. */
export default function FormSlotRenderer({ hash, data, readOnly = false, port, source = '/forms', lookups = formLookups, onChange, onReady }: FormSlotProps) {
  const translate = useTranslate();
  const locale = useLanguage();
  const container = useRef<HTMLDivElement>(null);
  const handle = useRef<FormHandle>(null);
  const hold = useCallback((shown: FormHandle | null) => {
    handle.current = shown;
    onReady?.(shown !== null);
  }, [onReady]);
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const query = useApi<FormDefinition>(`${source}/${encodeURIComponent(hash)}`, undefined, { staleTime: Infinity });
  const clock = useCallback(() => ({ now: businessNow().toISOString(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone }), []);
  useImperativeHandle(port, () => ({
    submit: () => {
      const verdict = handle.current?.submit();
      return verdict?.valid ? verdict.data : null;
    },
    values: () => handle.current?.data() ?? data,
    showServerErrors: (errors) => handle.current?.showErrors(errors),
    showFindings: setFindings,
    replace: (values) => handle.current?.replace(values),
    merge: (sent, saved) => handle.current?.merge(sent, { data: saved, conflicts: [] }),
    focus: (pointer) => container.current !== null && focusPlace(container.current, pointer),
    labelOf: (pointer) => (container.current ? labelAt(container.current, pointer) : '') || translate('conflict.field'),
  }), [data, translate]);
  return (
    <div ref={container}>
      <QueryView query={query} rows={6}>
        {(definition) => <FormRenderer ref={hold} definition={definition} validator={`${API}${source}/${encodeURIComponent(hash)}/validator.js`} data={data} locale={locale} readOnly={readOnly} lookups={lookups} onChange={onChange} findings={findings} clock={clock} />}
      </QueryView>
    </div>
  );
}

import { styled } from '@mui/material/styles';
import { initialData, type CompiledForm } from '@reglament/forms';
import { useEffect, useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { ErrorSummary } from './error-summary.js';
import { focusField } from './focus-field.js';
import { FieldGrid } from './field-grid.js';
import { FormContext, type FormSurroundings } from './form-context.js';
import type { FormRendererProps } from './form-renderer.js';
import { FormSectionView } from './form-section.js';
import { placeLabel } from './place-label.js';
import { ReferenceNames } from './reference-names.js';
import { SectionList } from './section-list.js';
import { FormStore } from './store/form-store.js';

/** From so many sections on a form gets a list of them. */
const LISTED_FROM = 4;

const Columns = styled('div', { shouldForwardProp: (name) => name !== 'listed' })<{ listed: boolean }>(({ theme, listed }) => (listed ? {
  display: 'grid',
  gridTemplateColumns: '200px minmax(0, 1fr)',
  gap: theme.spacing(2),
  [theme.breakpoints.down('lg')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  '@media print': { display: 'block' },
} : {}));

const Sections = styled('div')(({ theme }) => ({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }));

const browserClock = () => ({ now: new Date().toISOString(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone });

export function FilledForm(props: FormRendererProps & { readonly form: CompiledForm }) {
  const { definition, form, data, locale, readOnly = false, lookups, findings, errors, clock = browserClock, facts, ref } = props;
  const idPrefix = useId();
  const latest = useRef(props);
  latest.current = props;
  const [spoken, setSpoken] = useState('');
  const [store] = useState(() => new FormStore({
    form, locale, readOnly, data: readOnly ? data : initialData(form, data).data, clock, ...(facts === undefined ? {} : { facts }), onChange: (values) => latest.current.onChange?.(values),
  }));
  const names = useMemo(() => new ReferenceNames(lookups), [lookups]);
  const surroundings = useMemo<FormSurroundings>(() => ({ store, lookups, names, locale, idPrefix, announce: setSpoken, Fields: FieldGrid }), [store, lookups, names, locale, idPrefix]);
  const summary = useRef<HTMLDivElement>(null);

  useEffect(() => store.setLocale(locale), [store, locale]);
  useEffect(() => store.showFindings(findings ?? []), [store, findings]);
  useEffect(() => {
    if (errors !== undefined && errors.length > 0) store.showServerErrors(errors);
  }, [store, errors]);
  useEffect(() => () => store.dispose(), [store]);
  useEffect(() => {
    const down = (): void => store.holdMessages();
    // The click comes after the pointer is up, in the same task.
    const up = (): void => void setTimeout(() => store.showMessages(), 0);
    window.addEventListener('pointerdown', down, true);
    for (const end of ['pointerup', 'pointercancel'] as const) window.addEventListener(end, up, true);
    return () => {
      window.removeEventListener('pointerdown', down, true);
      for (const end of ['pointerup', 'pointercancel'] as const) window.removeEventListener(end, up, true);
    };
  }, [store]);

  useImperativeHandle(ref, () => {
    const focusFirstError = () => {
      const first = store.snapshotForm().errors[0];
      // The summary and messages are drawn first; the field may just have become visible.
      requestAnimationFrame(() => {
        if (first !== undefined && !focusField(idPrefix, first.pointer)) summary.current?.focus();
      });
    };
    return {
      submit: () => {
        const verdict = store.submit();
        if (!verdict.valid) focusFirstError();
        return verdict;
      },
      data: () => store.values,
      showErrors: (list) => {
        store.showServerErrors(list);
        focusFirstError();
      },
      focusFirstError,
      focus: (pointer) => focusField(idPrefix, pointer),
      labelOf: (pointer) => placeLabel(form, pointer, locale),
      replace: (values) => store.replace(values),
      merge: (sent, saved) => store.merge(sent, saved),
    };
  }, [store, form, locale, idPrefix]);

  const { sections } = definition.ui;
  const listed = sections.length >= LISTED_FROM;
  return (
    <FormContext value={surroundings}>
      <ErrorSummary ref={summary} />
      <Columns listed={listed}>
        {listed ? <SectionList sections={sections} /> : null}
        <Sections>{sections.map((section) => <FormSectionView key={section.key} section={section} reading={readOnly} />)}</Sections>
      </Columns>
      <div role="status" aria-live="polite" className="visually-hidden">{spoken}</div>
    </FormContext>
  );
}

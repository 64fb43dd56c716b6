import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Link from '@mui/material/Link';
import { styled } from '@mui/material/styles';
import type { FormError } from '@reglament/forms';
import { forwardRef, useSyncExternalStore, type MouseEvent } from 'react';
import { useForm, useMessages } from './form-context.js';
import { focusField } from './focus-field.js';
import { placeLabel } from './place-label.js';

/** So many are named; a person mends them from above, not from a list of two hundred. */
const NAMED = 12;

const List = styled('ul')({ margin: 0, paddingInlineStart: 18 });

/** After a try to send: how many fields are wrong, each with a link that goes to it (WCAG 3.3.1). */
export const ErrorSummary = forwardRef<HTMLDivElement>(function ErrorSummary(_props, ref) {
  const { store } = useForm();
  const messages = useMessages();
  const { errors, warnings, submitted } = useSyncExternalStore(store.subscribeForm, store.snapshotForm);
  if (!submitted) return null;
  return (
    <div ref={ref} tabIndex={-1} className="no-print">
      {errors.length === 0 ? null : (
        <Alert severity="error" role="alert" sx={{ mb: 2 }}>
          <AlertTitle>{messages.errorSummary(new Set(errors.map(({ pointer }) => pointer)).size)}</AlertTitle>
          <List>{errors.slice(0, NAMED).map((error) => <Item key={error.pointer + error.message} error={error} />)}</List>
          {errors.length > NAMED ? messages.moreErrors(errors.length - NAMED) : null}
        </Alert>
      )}
      {warnings.length === 0 ? null : (
        <Alert severity="warning" sx={{ mb: 2 }}>
          <AlertTitle>{messages.warningSummary}</AlertTitle>
          <List>{warnings.slice(0, NAMED).map((error) => <Item key={error.pointer + error.message} error={error} />)}</List>
        </Alert>
      )}
    </div>
  );
});

function Item({ error }: { readonly error: FormError }) {
  const { idPrefix } = useForm();
  const label = useLabel(error.pointer);
  const go = (event: MouseEvent) => {
    event.preventDefault();
    focusField(idPrefix, error.pointer);
  };
  return <li>{label === '' ? null : <><Link href={`#${error.pointer}`} color="inherit" onClick={go}>{label}</Link>: </>}{error.message}</li>;
}

function useLabel(pointer: string): string {
  const { store, locale } = useForm();
  return placeLabel(store.form, pointer, locale);
}

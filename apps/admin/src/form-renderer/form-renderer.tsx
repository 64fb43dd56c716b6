import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import type { DraftSaved, Finding, FormDefinition, Locale } from '@reglament/contracts';
import type { CompiledForm, Verdict } from '@reglament/forms';
import { useEffect, useState, type Ref } from 'react';
import { FilledForm } from './filled-form.js';
import { messagesOf } from './form-context.js';
import { loadForm } from './load-form.js';
import type { FormLookups } from './lookups.js';

/** What the page may ask of a form on the screen. */
export interface FormHandle {
  /** Judges, shows every error and takes the person to the first one. The verdict's data is what to send where it is valid. */
  submit(): Verdict;
  /** What is typed now, as it stands. */
  data(): Readonly<Record<string, unknown>>;
  /** Errors of a refused request (422), at their fields; pointers into the form's data, or into the request's body (`/data/…`). */
  showErrors(errors: readonly { readonly pointer: string; readonly message: string }[]): void;
  focusFirstError(): void;
  /** Goes to the field of a pointer, or the nearest around it; false where the form shows none. */
  focus(pointer: string): boolean;
  /** The words by which a person knows the place: «Расходы, запись 3 · Цена», «Пункт 1.2 · Срок». */
  labelOf(pointer: string): string;
  /** Takes over data that came from elsewhere; what is on the screen is gone. */
  replace(data: Readonly<Record<string, unknown>>): void;
  /**
   * Takes over the server's answer to a saved draft (decision 12). `sent` is what was saved: what was typed since then is merged over the
   * answer, so neither the other device's fields nor the last keystrokes are lost. Where both changed a field, it asks the person there.
   */
  merge(sent: Readonly<Record<string, unknown>>, saved: Pick<DraftSaved, 'data' | 'conflicts'>): void;
}

export interface FormRendererProps {
  readonly definition: FormDefinition;
  /** The address of the form's standalone validator, or the form compiled already. */
  readonly validator: string | CompiledForm;
  /** What the form starts with; where it says nothing of a field, the schema's `default` does. Later changes of this prop are not taken over; use `replace`, or a `key`. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  readonly readOnly?: boolean;
  readonly lookups: FormLookups;
  readonly onChange?: (data: Readonly<Record<string, unknown>>) => void;
  /** Findings of checks, shown at the fields and clauses that their pointers name. */
  readonly findings?: readonly Finding[];
  /** Errors of the server at fields. */
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
  /** Business time, ISO 8601 in UTC, and IANA zone of "today"; the browser's own where absent. */
  readonly clock?: () => { readonly now: string; readonly zone: string };
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly ref?: Ref<FormHandle>;
}

/** A form of the product, filled in or read. While its validator loads, its place is held. */
export function FormRenderer(props: FormRendererProps) {
  const { definition, validator, locale } = props;
  const [attempt, setAttempt] = useState(0);
  const loaded = useCompiledForm(definition, validator, attempt);
  const messages = messagesOf(locale);
  if (loaded === 'loading') return <Skeleton variant="rounded" height={320} aria-label={messages.loading} role="status" />;
  if (loaded === 'failed') {
    return <Alert severity="error" action={<Button color="inherit" size="small" onClick={() => setAttempt(attempt + 1)}>{messages.retry}</Button>}>{messages.loadFailed}</Alert>;
  }
  return <FilledForm {...props} form={loaded} />;
}

function useCompiledForm(definition: FormDefinition, validator: string | CompiledForm, attempt: number): CompiledForm | 'loading' | 'failed' {
  const [loaded, setLoaded] = useState<CompiledForm | 'loading' | 'failed'>(typeof validator === 'string' ? 'loading' : validator);
  useEffect(() => {
    if (typeof validator !== 'string') {
      setLoaded(validator);
      return undefined;
    }
    let wanted = true;
    setLoaded('loading');
    loadForm(definition, validator).then(
      (form) => { if (wanted) setLoaded(form); },
      () => { if (wanted) setLoaded('failed'); },
    );
    return () => { wanted = false; };
  }, [definition, validator, attempt]);
  return loaded;
}

import type { Locale, LocalizedText } from '@reglament/contracts';
import { textIn } from '@reglament/contracts';
import { createContext, useCallback, useContext, useSyncExternalStore, type ComponentType } from 'react';
import type { FieldGridProps } from './field-grid-props.js';
import type { FormLookups } from './lookups.js';
import { messagesEn } from './messages.en.js';
import { messagesRu, type RendererMessages } from './messages.ru.js';
import type { ReferenceNames } from './reference-names.js';
import type { FieldSnapshot, FormStore } from './store/form-store.js';

export interface FormSurroundings {
  readonly store: FormStore;
  readonly lookups: FormLookups;
  readonly names: ReferenceNames;
  readonly locale: Locale;
  /** Prefix of element ids, so that two forms may stand on one page. */
  readonly idPrefix: string;
  /** Says something to a screen reader without moving the focus. */
  readonly announce: (text: string) => void;
  /** Lays out fields. Handed down, since rows hold fields and fields may be rows: importing each other would be a circle. */
  readonly Fields: ComponentType<FieldGridProps>;
}

export const FormContext = createContext<FormSurroundings | null>(null);

export function useForm(): FormSurroundings {
  const surroundings = useContext(FormContext);
  if (surroundings === null) throw new Error('a form field is used outside FormRenderer');
  return surroundings;
}

export function useMessages(): RendererMessages {
  return messagesOf(useForm().locale);
}

export function messagesOf(locale: Locale): RendererMessages {
  return locale === 'ru' ? messagesRu : messagesEn;
}

/** The text of the form's author in the reader's language. */
export function useText(): (text: LocalizedText) => string {
  const { locale } = useForm();
  return (text) => textIn(text, locale);
}

/** `path`: of the definition (`items[].due`); `pointer`: of the data (`/items/2/due`). */
export function useField(pointer: string, path: string): FieldSnapshot {
  const { store } = useForm();
  const subscribe = useCallback((listener: () => void) => store.subscribe(pointer, listener), [store, pointer]);
  return useSyncExternalStore(subscribe, () => store.snapshot(pointer, path));
}

export function useElementId(pointer: string): string {
  return elementId(useForm().idPrefix, pointer);
}

export function elementId(prefix: string, pointer: string): string {
  return `${prefix}${pointer.replaceAll('/', '-')}`;
}

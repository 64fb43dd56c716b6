import type { FormSection } from '@reglament/contracts';
import { useSyncExternalStore } from 'react';
import { useForm } from './form-context.js';

/** Whether any field of the section is shown. */
export function useSectionVisible(section: FormSection): boolean {
  const { store } = useForm();
  return useSyncExternalStore(store.subscribeForm, () =>
    section.fields.some((field) => !store.isHidden(`/${field.path.replaceAll('.', '/')}`)));
}

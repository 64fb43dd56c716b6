import type { ComponentProps } from 'react';
import { DateBox as PlainDateBox } from '../../common/date-box.js';
import { useMessages } from '../form-context.js';

/** The panel's date box in the words of the form's language. */
export function DateBox(props: Omit<ComponentProps<typeof PlainDateBox>, 'words'>) {
  const { datePlaceholder, openCalendar } = useMessages();
  return <PlainDateBox {...props} words={{ placeholder: datePlaceholder, openCalendar }} />;
}

import { FieldFrame, useFrameIds } from '../field-frame.js';
import { useField, useForm, useMessages } from '../form-context.js';
import { valueText } from '../print/value-text.js';
import { DateBox } from './date-box.js';
import type { FieldProps, FieldType } from './field-type.js';
import { inputAria, ReadingValue } from './field-parts.js';

function Input({ field, pointer, path }: FieldProps<'date'>) {
  const { store } = useForm();
  const snapshot = useField(pointer, path);
  const ids = useFrameIds(pointer, field, snapshot);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot}>
      <DateBox
        value={snapshot.value}
        invalid={snapshot.error !== null}
        inputProps={inputAria(ids, snapshot)}
        onValue={(value) => store.set(pointer, value)}
        onLeave={() => store.touch(pointer)}
      />
    </FieldFrame>
  );
}

function Reading({ field, pointer, path }: FieldProps<'date'>) {
  const snapshot = useField(pointer, path);
  const messages = useMessages();
  const { locale } = useForm();
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} reading>
      <ReadingValue empty={messages.notFilled}>{valueText(snapshot.value, locale)}</ReadingValue>
    </FieldFrame>
  );
}

export const dateField: FieldType<'date'> = { widget: 'date', Input, Reading };

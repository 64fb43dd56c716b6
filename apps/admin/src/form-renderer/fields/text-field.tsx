import { FieldFrame, useFrameIds } from '../field-frame.js';
import { useField, useForm, useMessages, useText } from '../form-context.js';
import type { FieldProps, FieldType } from './field-type.js';
import { asText, inputAria, ReadingValue, TextBox } from './field-parts.js';

function Input({ field, pointer, path }: FieldProps<'text'>) {
  const { store } = useForm();
  const text = useText();
  const snapshot = useField(pointer, path);
  const ids = useFrameIds(pointer, field, snapshot);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot}>
      <TextBox
        size="small"
        value={asText(snapshot.value)}
        error={snapshot.error !== null}
        placeholder={field.placeholder === undefined ? undefined : text(field.placeholder)}
        autoComplete={field.autocomplete ?? 'off'}
        inputProps={inputAria(ids, snapshot)}
        onChange={(event) => store.set(pointer, event.target.value || undefined)}
        onBlur={() => store.touch(pointer)}
      />
    </FieldFrame>
  );
}

function Reading({ field, pointer, path }: FieldProps<'text'>) {
  const snapshot = useField(pointer, path);
  const messages = useMessages();
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} reading>
      <ReadingValue empty={messages.notFilled}>{asText(snapshot.value)}</ReadingValue>
    </FieldFrame>
  );
}

export const textField: FieldType<'text'> = { widget: 'text', Input, Reading };

import { styled } from '@mui/material/styles';
import { FieldFrame, useFrameIds } from '../field-frame.js';
import { useField, useForm, useMessages, useText } from '../form-context.js';
import type { FieldProps, FieldType } from './field-type.js';
import { asText, inputAria, ReadingValue } from './field-parts.js';
import { TextArea } from './text-area.js';

const Counter = styled('span')(({ theme }) => ({ ...theme.typography.caption, color: theme.palette.text.secondary, alignSelf: 'flex-end' }));

/** From this share of the limit on the counter is worth its place. */
const COUNTED_FROM = 0.7;

function Input({ field, pointer, path, node }: FieldProps<'textarea'>) {
  const { store } = useForm();
  const messages = useMessages();
  const text = useText();
  const snapshot = useField(pointer, path);
  const ids = useFrameIds(pointer, field, snapshot);
  const value = asText(snapshot.value);
  const limit = node?.schema['maxLength'];
  const counted = typeof limit === 'number' && value.length >= limit * COUNTED_FROM;
  return (
    <FieldFrame
      field={field} pointer={pointer} snapshot={snapshot}
      note={counted ? <Counter aria-hidden>{messages.characters(value.length, limit)}</Counter> : null}
    >
      <TextArea
        value={value}
        invalid={snapshot.error !== null}
        minRows={field.lines ?? 3}
        placeholder={field.placeholder === undefined ? undefined : text(field.placeholder)}
        inputProps={inputAria(ids, snapshot)}
        onChange={({ target: { value: typed } }) => {
          store.set(pointer, typed || undefined);
          // What is too long is kept, never cut: the person is told at once, not only on leaving the box.
          if (typeof limit === 'number' && typed.length > limit) store.touch(pointer);
        }}
        onBlur={() => store.touch(pointer)}
      />
    </FieldFrame>
  );
}

function Reading({ field, pointer, path }: FieldProps<'textarea'>) {
  const snapshot = useField(pointer, path);
  const messages = useMessages();
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} reading>
      <ReadingValue empty={messages.notFilled}>{asText(snapshot.value)}</ReadingValue>
    </FieldFrame>
  );
}

export const textareaField: FieldType<'textarea'> = { widget: 'textarea', Input, Reading };

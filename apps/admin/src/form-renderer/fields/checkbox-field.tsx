import { styled } from '@mui/material/styles';
import { FieldFrame, useFrameIds } from '../field-frame.js';
import { useField, useForm, useMessages, useText } from '../form-context.js';
import type { FieldProps, FieldType } from './field-type.js';
import { inputAria, ReadingValue } from './field-parts.js';

const Line = styled('label')(({ theme }) => ({
  ...theme.typography.body1,
  display: 'flex',
  alignItems: 'flex-start',
  gap: 10,
  minHeight: 32,
  padding: '5px 0',
  cursor: 'pointer',
  '& input': { width: 18, height: 18, margin: '2px 0 0', flex: 'none', accentColor: theme.palette.primary.main, cursor: 'inherit' },
}));

function Input({ field, pointer, path }: FieldProps<'checkbox'>) {
  const { store } = useForm();
  const text = useText();
  const snapshot = useField(pointer, path);
  const ids = useFrameIds(pointer, field, snapshot);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} bare>
      <Line>
        <input
          type="checkbox" {...inputAria(ids, snapshot)} checked={snapshot.value === true}
          onChange={(event) => store.set(pointer, event.target.checked, true)} onBlur={() => store.touch(pointer)}
        />
        <span>{text(field.label)}{snapshot.required ? <span aria-hidden>{' *'}</span> : null}</span>
      </Line>
    </FieldFrame>
  );
}

function Reading({ field, pointer, path }: FieldProps<'checkbox'>) {
  const messages = useMessages();
  const snapshot = useField(pointer, path);
  const value = snapshot.value === undefined ? '' : snapshot.value === true ? messages.yes : messages.no;
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} reading>
      <ReadingValue empty={messages.notFilled}>{value}</ReadingValue>
    </FieldFrame>
  );
}

export const checkboxField: FieldType<'checkbox'> = { widget: 'checkbox', Input, Reading };

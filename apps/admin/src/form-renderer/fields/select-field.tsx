import Select from '@mui/material/Select';
import { FieldFrame, useFrameIds } from '../field-frame.js';
import { useField, useForm, useMessages, useText } from '../form-context.js';
import type { FieldProps, FieldType } from './field-type.js';
import { inputAria, ReadingValue } from './field-parts.js';
import { choicesOf, keyOf, labelOf } from './options.js';

/** The browser's own list: it works on a phone, by keyboard and by first letter, and costs nothing until it opens. */
function Input({ field, pointer, path, node }: FieldProps<'select'>) {
  const { store, locale } = useForm();
  const messages = useMessages();
  const text = useText();
  const snapshot = useField(pointer, path);
  const ids = useFrameIds(pointer, field, snapshot);
  const choices = choicesOf(field.options, node, locale);
  const selected = snapshot.value === undefined ? '' : keyOf(snapshot.value);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot}>
      <Select
        native size="small" fullWidth value={selected} error={snapshot.error !== null} inputProps={inputAria(ids, snapshot)}
        onChange={(event) => store.set(pointer, choices.find(({ key }) => key === event.target.value)?.value, true)}
        onBlur={() => store.touch(pointer)}
      >
        <option value="">{field.placeholder === undefined ? messages.choose : text(field.placeholder)}</option>
        {choices.map(({ key, label }) => <option key={key} value={key}>{label}</option>)}
        {selected === '' || choices.some(({ key }) => key === selected) ? null : <option value={selected}>{String(snapshot.value)}</option>}
      </Select>
    </FieldFrame>
  );
}

function Reading({ field, pointer, path, node }: FieldProps<'select'>) {
  const { locale } = useForm();
  const messages = useMessages();
  const snapshot = useField(pointer, path);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} reading>
      <ReadingValue empty={messages.notFilled}>{labelOf(choicesOf(field.options, node, locale), snapshot.value)}</ReadingValue>
    </FieldFrame>
  );
}

export const selectField: FieldType<'select'> = { widget: 'select', Input, Reading };

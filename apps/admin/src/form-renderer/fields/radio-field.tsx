import { FieldFrame, useFrameIds } from '../field-frame.js';
import { useField, useForm, useMessages } from '../form-context.js';
import { ChoiceList } from './choice-list.js';
import type { FieldProps, FieldType } from './field-type.js';
import { ReadingValue } from './field-parts.js';
import { choicesOf, keyOf, labelOf } from './options.js';

function Input({ field, pointer, path, node }: FieldProps<'radio'>) {
  const { store, locale } = useForm();
  const snapshot = useField(pointer, path);
  const ids = useFrameIds(pointer, field, snapshot);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} group>
      <ChoiceList
        type="radio" choices={choicesOf(field.options, node, locale)} ids={ids} snapshot={snapshot}
        isChosen={({ key }) => snapshot.value !== undefined && key === keyOf(snapshot.value)}
        onChoice={({ value }) => store.set(pointer, value, true)}
        onLeave={() => store.touch(pointer)}
      />
    </FieldFrame>
  );
}

function Reading({ field, pointer, path, node }: FieldProps<'radio'>) {
  const { locale } = useForm();
  const messages = useMessages();
  const snapshot = useField(pointer, path);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} reading>
      <ReadingValue empty={messages.notFilled}>{labelOf(choicesOf(field.options, node, locale), snapshot.value)}</ReadingValue>
    </FieldFrame>
  );
}

export const radioField: FieldType<'radio'> = { widget: 'radio', Input, Reading };

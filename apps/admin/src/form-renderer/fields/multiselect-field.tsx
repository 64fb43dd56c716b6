import { FieldFrame, useFrameIds } from '../field-frame.js';
import { useField, useForm, useMessages } from '../form-context.js';
import { ChoiceList } from './choice-list.js';
import type { FieldProps, FieldType } from './field-type.js';
import { ReadingValue } from './field-parts.js';
import { choicesOf, keyOf, labelOf } from './options.js';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function Input({ field, pointer, path, node }: FieldProps<'multiselect'>) {
  const { store, locale } = useForm();
  const snapshot = useField(pointer, path);
  const ids = useFrameIds(pointer, field, snapshot);
  const choices = choicesOf(field.options, node, locale);
  const chosen = new Set(listOf(snapshot.value).map(keyOf));
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} group>
      <ChoiceList
        type="checkbox" choices={choices} ids={ids} snapshot={snapshot}
        isChosen={({ key }) => chosen.has(key)}
        onChoice={({ key }, on) => {
          // In the order of the choices, whatever the order of the clicks: the same answer is the same data.
          const values = choices.filter((choice) => (choice.key === key ? on : chosen.has(choice.key))).map(({ value }) => value);
          store.set(pointer, values.length === 0 ? undefined : values, true);
        }}
        onLeave={() => store.touch(pointer)}
      />
    </FieldFrame>
  );
}

function Reading({ field, pointer, path, node }: FieldProps<'multiselect'>) {
  const { locale } = useForm();
  const messages = useMessages();
  const snapshot = useField(pointer, path);
  const choices = choicesOf(field.options, node, locale);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} reading>
      <ReadingValue empty={messages.notFilled}>{listOf(snapshot.value).map((value) => labelOf(choices, value)).join(', ')}</ReadingValue>
    </FieldFrame>
  );
}

export const multiselectField: FieldType<'multiselect'> = { widget: 'multiselect', Input, Reading };

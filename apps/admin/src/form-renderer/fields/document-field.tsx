import { FieldFrame, useFrameIds } from '../field-frame.js';
import { useField, useForm, useMessages, useText } from '../form-context.js';
import { inputAria, ReadingValue } from './field-parts.js';
import type { FieldProps, FieldType } from './field-type.js';
import { ReferencePicker } from './reference-picker.js';
import { ReferenceTitle } from './reference-reading.js';

function Input({ field, pointer, path }: FieldProps<'document'>) {
  const { store, lookups } = useForm();
  const messages = useMessages();
  const text = useText();
  const snapshot = useField(pointer, path);
  const ids = useFrameIds(pointer, field, snapshot);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot}>
      <ReferencePicker
        id={ids.input} value={typeof snapshot.value === 'string' ? snapshot.value : null} invalid={snapshot.error !== null}
        placeholder={field.placeholder === undefined ? messages.searchDocument : text(field.placeholder)}
        inputProps={inputAria(ids, snapshot)}
        search={(typed, signal) => lookups.searchDocuments({ text: typed, kinds: field.documentKinds ?? null }, signal)}
        onPick={(picked) => store.set(pointer, picked?.reference, true)}
        onLeave={() => store.touch(pointer)}
      />
    </FieldFrame>
  );
}

function Reading({ field, pointer, path }: FieldProps<'document'>) {
  const messages = useMessages();
  const snapshot = useField(pointer, path);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} reading>
      <ReadingValue empty={messages.notFilled}>{typeof snapshot.value === 'string' ? <ReferenceTitle reference={snapshot.value} /> : ''}</ReadingValue>
    </FieldFrame>
  );
}

export const documentField: FieldType<'document'> = { widget: 'document', Input, Reading };

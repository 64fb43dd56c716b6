import { FieldFrame, useFrameIds } from '../field-frame.js';
import { useField, useForm, useMessages } from '../form-context.js';
import type { FileValue } from '../lookups.js';
import { ReadingValue } from './field-parts.js';
import type { FieldProps, FieldType } from './field-type.js';
import { isFileValue } from './file-field.js';
import { FileInput, FileList } from './file-input.js';

const listOf = (value: unknown): readonly FileValue[] => (Array.isArray(value) ? value.filter(isFileValue) : []);

function Input({ field, pointer, path }: FieldProps<'files'>) {
  const { store } = useForm();
  const snapshot = useField(pointer, path);
  const ids = useFrameIds(pointer, field, snapshot);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} group>
      <FileInput
        field={field} ids={ids} multiple files={listOf(snapshot.value)}
        onFiles={(files) => store.set(pointer, files.length === 0 ? undefined : files, true)} onLeave={() => store.touch(pointer)}
      />
    </FieldFrame>
  );
}

function Reading({ field, pointer, path }: FieldProps<'files'>) {
  const messages = useMessages();
  const snapshot = useField(pointer, path);
  const files = listOf(snapshot.value);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} reading>
      <ReadingValue empty={messages.notFilled}>{files.length === 0 ? '' : <FileList files={files} />}</ReadingValue>
    </FieldFrame>
  );
}

export const filesField: FieldType<'files'> = { widget: 'files', Input, Reading };

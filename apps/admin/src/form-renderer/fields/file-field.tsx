import { FieldFrame, useFrameIds } from '../field-frame.js';
import { useField, useForm, useMessages } from '../form-context.js';
import type { FileValue } from '../lookups.js';
import { ReadingValue } from './field-parts.js';
import type { FieldProps, FieldType } from './field-type.js';
import { FileInput, FileList } from './file-input.js';

export function isFileValue(value: unknown): value is FileValue {
  return typeof value === 'object' && value !== null && typeof (value as FileValue).id === 'string' && typeof (value as FileValue).name === 'string';
}

function Input({ field, pointer, path }: FieldProps<'file'>) {
  const { store } = useForm();
  const snapshot = useField(pointer, path);
  const ids = useFrameIds(pointer, field, snapshot);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} group>
      <FileInput
        field={field} ids={ids} multiple={false} files={isFileValue(snapshot.value) ? [snapshot.value] : []}
        onFiles={([file]) => store.set(pointer, file, true)} onLeave={() => store.touch(pointer)}
      />
    </FieldFrame>
  );
}

function Reading({ field, pointer, path }: FieldProps<'file'>) {
  const messages = useMessages();
  const snapshot = useField(pointer, path);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} reading>
      <ReadingValue empty={messages.notFilled}>{isFileValue(snapshot.value) ? <FileList files={[snapshot.value]} /> : ''}</ReadingValue>
    </FieldFrame>
  );
}

export const fileField: FieldType<'file'> = { widget: 'file', Input, Reading };

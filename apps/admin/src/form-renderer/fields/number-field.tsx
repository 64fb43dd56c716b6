import InputAdornment from '@mui/material/InputAdornment';
import { useState } from 'react';
import { FieldFrame, useFrameIds } from '../field-frame.js';
import { useField, useForm, useMessages, useText } from '../form-context.js';
import { valueText } from '../print/value-text.js';
import type { FieldProps, FieldType } from './field-type.js';
import { inputAria, ReadingValue, TextBox } from './field-parts.js';

/**
 * A typed number: spaces between thousands and a comma are as good as a point. What is not a number stays as text, so that it is neither
 * lost nor silently changed; the verdict says that it is none.
 */
export function numberFromText(text: string): number | string | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/gu, '').replace(',', '.').replace('−', '-');
  if (plain === '') return undefined;
  return /^-?\d+(\.\d+)?$/u.test(plain) && Number.isFinite(Number(plain)) ? Number(plain) : text;
}

function shown(value: unknown): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  return typeof value === 'string' ? value : '';
}

function Input({ field, pointer, path, node }: FieldProps<'number'>) {
  const { store } = useForm();
  const text = useText();
  const snapshot = useField(pointer, path);
  const ids = useFrameIds(pointer, field, snapshot);
  // «1,» and «1,0» are both on the way to a number; while they are typed the text is what was typed.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot}>
      <TextBox
        size="small"
        value={typed !== null && numberFromText(typed) === snapshot.value ? typed : shown(snapshot.value)}
        error={snapshot.error !== null}
        autoComplete="off"
        placeholder={field.placeholder === undefined ? undefined : text(field.placeholder)}
        inputProps={{ ...inputAria(ids, snapshot), inputMode: node?.schema['type'] === 'integer' ? 'numeric' : 'decimal' }}
        endAdornment={field.unit === undefined ? undefined : <InputAdornment position="end">{text(field.unit)}</InputAdornment>}
        onChange={(event) => {
          setTyped(event.target.value);
          store.set(pointer, numberFromText(event.target.value));
        }}
        onBlur={() => {
          setTyped(null);
          store.touch(pointer);
        }}
      />
    </FieldFrame>
  );
}

function Reading({ field, pointer, path }: FieldProps<'number'>) {
  const snapshot = useField(pointer, path);
  const messages = useMessages();
  const { locale } = useForm();
  const text = useText();
  const value = valueText(snapshot.value, locale);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} reading>
      <ReadingValue empty={messages.notFilled}>{value !== '' && field.unit !== undefined ? `${value} ${text(field.unit)}` : value}</ReadingValue>
    </FieldFrame>
  );
}

export const numberField: FieldType<'number'> = { widget: 'number', Input, Reading };

import { styled } from '@mui/material/styles';
import { FieldFrame } from '../field-frame.js';
import { useElementId, useField, useForm, useMessages } from '../form-context.js';
import { valueText } from '../print/value-text.js';
import type { FieldProps, FieldType } from './field-type.js';
import { ReadingValue } from './field-parts.js';

const Result = styled('output')({ display: 'block', fontWeight: 600 });

/** A value that rules give. `output` is a polite live region by itself: a reader hears that it has changed. */
function View({ field, pointer, path }: FieldProps<'calculated'>) {
  const { locale } = useForm();
  const messages = useMessages();
  const snapshot = useField(pointer, path);
  const id = useElementId(pointer);
  const { calculated } = snapshot;
  const percent = field.shows === 'percent' && typeof calculated === 'number';
  const shown = percent ? `${(calculated * 100).toLocaleString(locale, { maximumFractionDigits: 1 })} %` : valueText(calculated, locale);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} group>
      <Result id={id} tabIndex={-1} aria-labelledby={`${id}-label`}><ReadingValue empty={messages.notFilled}>{shown}</ReadingValue></Result>
    </FieldFrame>
  );
}

export const calculatedField: FieldType<'calculated'> = { widget: 'calculated', Input: View, Reading: View };

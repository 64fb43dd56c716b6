import OutlinedInput, { type OutlinedInputProps } from '@mui/material/OutlinedInput';
import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { FieldSnapshot } from '../store/form-store.js';
import type { FrameIds } from '../field-frame.js';

/** A text box in the product's look. Native input inside: every keyboard, dictation and autofill works. */
export const TextBox = styled(OutlinedInput)<OutlinedInputProps>({ width: '100%' });

const Value = styled('div')(({ theme }) => ({ ...theme.typography.body1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', minHeight: '1.55em' }));
const Nothing = styled('span')(({ theme }) => ({ color: theme.palette.text.secondary }));

/** A value that is only read. */
export function ReadingValue({ children, empty }: { readonly children: ReactNode; readonly empty: string }) {
  const blank = children === '' || children === null || children === undefined || (Array.isArray(children) && children.length === 0);
  return <Value>{blank ? <Nothing>{empty}</Nothing> : children}</Value>;
}

/** What ties a native input to its label, help and messages. */
export function inputAria(ids: FrameIds, snapshot: FieldSnapshot) {
  return {
    id: ids.input,
    'aria-describedby': ids.describedBy,
    'aria-invalid': snapshot.error !== null || undefined,
    'aria-required': snapshot.required || undefined,
  };
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value);
}

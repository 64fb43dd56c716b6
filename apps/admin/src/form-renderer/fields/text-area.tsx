import OutlinedInput from '@mui/material/OutlinedInput';
import type { ChangeEventHandler, FocusEventHandler, KeyboardEventHandler, Ref } from 'react';

interface TextAreaProps {
  readonly value: string;
  readonly invalid: boolean;
  readonly minRows: number;
  readonly placeholder?: string | undefined;
  readonly inputProps: object;
  readonly inputRef?: Ref<HTMLTextAreaElement>;
  readonly onChange: ChangeEventHandler<HTMLTextAreaElement>;
  readonly onBlur?: FocusEventHandler;
  readonly onFocus?: FocusEventHandler;
  readonly onKeyDown?: KeyboardEventHandler<HTMLTextAreaElement>;
  readonly onPointerDown?: () => void;
}

/** Grows with its text by CSS alone: MUI's own measures in script, at every keystroke, which lays out the whole form. */
const growing = { fieldSizing: 'content', maxHeight: '60vh', resize: 'vertical', lineHeight: 1.5 } as const;

export function TextArea({ value, invalid, minRows, placeholder, inputProps, inputRef, onChange, onBlur, onFocus, onKeyDown, onPointerDown }: TextAreaProps) {
  return (
    <OutlinedInput
      multiline fullWidth size="small" inputComponent="textarea" value={value} error={invalid} placeholder={placeholder} inputRef={inputRef}
      inputProps={{ type: undefined, ...inputProps, rows: minRows, style: { ...growing, minHeight: `${minRows * 1.5}em` }, onPointerDown }}
      onChange={onChange as ChangeEventHandler<HTMLInputElement | HTMLTextAreaElement>} onBlur={onBlur} onFocus={onFocus}
      onKeyDown={onKeyDown as KeyboardEventHandler}
    />
  );
}

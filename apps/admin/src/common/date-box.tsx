import CalendarIcon from '@mui/icons-material/CalendarTodayOutlined';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput, { type OutlinedInputProps } from '@mui/material/OutlinedInput';
import { styled } from '@mui/material/styles';
import { useRef, useState } from 'react';
import { dateFromText, dateInWords } from './date-text.js';

/** The browser's own calendar, opened by the button; it is not in the tab order, the text box says it all. */
const Calendar = styled('input')({ position: 'absolute', right: 8, bottom: 0, width: 1, height: 1, opacity: 0, border: 0, padding: 0, pointerEvents: 'none' });
const Box = styled('div')({ position: 'relative' });
const TextBox = styled(OutlinedInput)<OutlinedInputProps>({ width: '100%' });

export interface DateWords { readonly placeholder: string; readonly openCalendar: string }

interface DateBoxProps {
  readonly words: DateWords;
  readonly value: unknown;
  readonly invalid: boolean;
  readonly inputProps: object;
  /** On the frame of the box, for a label that is drawn into it. */
  readonly label?: string;
  readonly onValue: (value: string | undefined) => void;
  readonly onLeave?: () => void;
}

/** A date typed as people here write it, or picked. The browser's own date box would follow the computer's language, not the panel's. */
export function DateBox({ words, value, invalid, inputProps, label, onValue, onLeave }: DateBoxProps) {
  const calendar = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const stored = typeof value === 'string' ? value : '';
  return (
    <Box>
      <TextBox
        size="small"
        value={typed !== null && (dateFromText(typed) ?? '') === stored ? typed : (dateInWords(stored) ?? stored)}
        error={invalid}
        placeholder={words.placeholder}
        autoComplete="off"
        label={label}
        notched={label === undefined ? undefined : true}
        inputProps={{ ...inputProps, inputMode: 'decimal', maxLength: 40 }}
        endAdornment={(
          <InputAdornment position="end">
            <IconButton size="small" edge="end" aria-label={words.openCalendar} className="no-print" onClick={() => calendar.current?.showPicker()}>
              <CalendarIcon fontSize="inherit" />
            </IconButton>
          </InputAdornment>
        )}
        onChange={(event) => {
          setTyped(event.target.value);
          onValue(dateFromText(event.target.value));
        }}
        onBlur={() => {
          setTyped(null);
          onLeave?.();
        }}
      />
      <Calendar
        ref={calendar} type="date" tabIndex={-1} aria-hidden value={dateInWords(stored) === null ? '' : stored}
        onChange={(event) => onValue(event.target.value || undefined)}
      />
    </Box>
  );
}

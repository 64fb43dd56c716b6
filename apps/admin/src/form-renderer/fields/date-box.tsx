import CalendarIcon from '@mui/icons-material/CalendarTodayOutlined';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import { styled } from '@mui/material/styles';
import { useRef, useState } from 'react';
import { useMessages } from '../form-context.js';
import { isoDate } from '../print/value-text.js';
import { dateFromText } from './date-text.js';
import { TextBox } from './field-parts.js';

/** The browser's own calendar, opened by the button; it is not in the tab order, the text box says it all. */
const Calendar = styled('input')({ position: 'absolute', right: 8, bottom: 0, width: 1, height: 1, opacity: 0, border: 0, padding: 0, pointerEvents: 'none' });
const Box = styled('div')({ position: 'relative' });

interface DateBoxProps {
  readonly value: unknown;
  readonly invalid: boolean;
  readonly inputProps: object;
  readonly min?: string;
  readonly onValue: (value: string | undefined) => void;
  readonly onLeave?: () => void;
}

/** A date typed as people here write it, or picked. The browser's own date box would follow the computer's language, not the panel's. */
export function DateBox({ value, invalid, inputProps, onValue, onLeave }: DateBoxProps) {
  const messages = useMessages();
  const calendar = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const stored = typeof value === 'string' ? value : '';
  return (
    <Box>
      <TextBox
        size="small"
        value={typed !== null && (dateFromText(typed) ?? '') === stored ? typed : (isoDate(stored) ?? stored)}
        error={invalid}
        placeholder={messages.datePlaceholder}
        autoComplete="off"
        inputProps={{ ...inputProps, inputMode: 'decimal', maxLength: 40 }}
        endAdornment={(
          <InputAdornment position="end">
            <IconButton size="small" edge="end" aria-label={messages.openCalendar} className="no-print" onClick={() => calendar.current?.showPicker()}>
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
        ref={calendar} type="date" tabIndex={-1} aria-hidden value={isoDate(stored) === null ? '' : stored}
        onChange={(event) => onValue(event.target.value || undefined)}
      />
    </Box>
  );
}

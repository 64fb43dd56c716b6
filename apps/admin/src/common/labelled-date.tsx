import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import InputLabel from '@mui/material/InputLabel';
import type { SxProps } from '@mui/material/styles';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { DateBox } from './date-box.js';

interface LabelledDateProps {
  readonly label: string;
  /** `YYYY-MM-DD`, or what was typed and is no date yet; empty for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly error?: string;
  readonly sx?: SxProps;
}

/** A date in a list's conditions or in a dialog, written as in forms: 22.11.2026. */
export function LabelledDate({ label, value, onChange, required, error, sx }: LabelledDateProps) {
  const translate = useTranslate();
  const id = useId();
  return (
    <FormControl size="small" fullWidth sx={sx} required={required} error={error !== undefined}>
      <InputLabel shrink htmlFor={id}>{label}</InputLabel>
      <DateBox label={required ? `${label} *` : label} value={value} invalid={error !== undefined} words={{ placeholder: translate('date.placeholder'), openCalendar: translate('date.openNamed', { name: label }) }}
        inputProps={{ id, 'aria-describedby': error === undefined ? undefined : `${id}-error`, 'aria-required': required || undefined }} onValue={(next) => onChange(next ?? '')} />
      {error === undefined ? null : <FormHelperText id={`${id}-error`}>{error}</FormHelperText>}
    </FormControl>
  );
}

import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Choice } from '@reglament/contracts';

interface SelectBoxProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly error?: string;
  /** What stands for no choice; without it there must be one. */
  readonly none?: string;
}

export function SelectBox({ label, value, choices, onChange, required, error, none }: SelectBoxProps) {
  const known = choices.some(({ key }) => key === value) ? value : '';
  return (
    <TextField select fullWidth label={label} required={required} value={known} error={error !== undefined} helperText={error} onChange={(event) => onChange(event.target.value)}>
      {none === undefined ? null : <MenuItem value="">{none}</MenuItem>}
      {choices.map(({ key, title }) => <MenuItem key={key} value={key}>{title}</MenuItem>)}
    </TextField>
  );
}

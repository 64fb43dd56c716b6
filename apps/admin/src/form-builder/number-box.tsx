import TextField from '@mui/material/TextField';
import { useState } from 'react';

interface NumberBoxProps { readonly label: string; readonly value: number | undefined; readonly onChange: (value: number | undefined) => void; readonly whole?: boolean; readonly error?: boolean }

/** A limit: a number or nothing. What is half typed («-», «1,») stays as it is until it is a number. */
export function NumberBox({ label, value, onChange, whole = false, error = false }: NumberBoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string): number | undefined | null => {
    const plain = text.trim().replace(',', '.');
    if (plain === '') return undefined;
    return (whole ? /^\d{1,9}$/u : /^-?\d{1,12}(\.\d{1,6})?$/u).test(plain) ? Number(plain) : null;
  };
  const shown = typed ?? (value === undefined ? '' : String(value).replace('.', ','));
  return (
    <TextField size="small" label={label} value={shown} error={error || read(shown) === null} slotProps={{ htmlInput: { inputMode: whole ? 'numeric' : 'decimal', maxLength: 20 } }} sx={{ width: 150 }}
      onChange={(event) => {
        setTyped(event.target.value);
        const next = read(event.target.value);
        if (next !== null) onChange(next);
      }}
      onBlur={() => setTyped(null)} />
  );
}

import CheckIcon from '@mui/icons-material/Check';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { dateInWords } from '../date-text.js';
import { LabelledDate } from '../labelled-date.js';
import { SearchField } from './search-field.js';

/** Sets one filter of the list around; an empty value takes the filter away. The list remembers the last filter by itself. */
export function useFilter(name: string): readonly [string, (value: string | boolean) => void] {
  const { filterValues, setFilters } = useListContext();
  const value: unknown = filterValues[name];
  const set = (next: string | boolean): void => {
    const { [name]: _old, ...others } = filterValues as Record<string, unknown>;
    setFilters(next === '' || next === false ? others : { ...others, [name]: next }, undefined, false);
  };
  return [value === undefined || value === null ? '' : String(value), set];
}

export function SearchFilter({ label, width }: { readonly label: string; readonly width?: number }) {
  const translate = useTranslate();
  const [value, set] = useFilter('q');
  return <SearchField value={value} label={translate(label)} onSearch={set} width={width} />;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

export function SelectFilter({ name, label, choices, width = 180 }: { readonly name: string; readonly label: string; readonly choices: readonly Choice[]; readonly width?: number }) {
  const translate = useTranslate();
  const [value, set] = useFilter(name);
  // A remembered choice that is no longer offered must not stand as an empty box.
  const known = value === '' || choices.some((choice) => choice.value === value) ? value : '';
  return (
    <TextField select label={translate(label)} value={known} onChange={(event) => set(event.target.value)} sx={{ width: { xs: 'calc(50% - 4px)', sm: width } }}>
      <MenuItem value="">{translate('list.any')}</MenuItem>
      {choices.map((choice) => <MenuItem key={choice.value} value={choice.value}>{choice.label}</MenuItem>)}
    </TextField>
  );
}

export function ToggleFilter({ name, label }: { readonly name: string; readonly label: string }) {
  const translate = useTranslate();
  const [value, set] = useFilter(name);
  const on = value === 'true';
  return (
    <Button variant="outlined" color={on ? 'primary' : 'secondary'} aria-pressed={on} startIcon={on ? <CheckIcon /> : undefined} onClick={() => set(!on)}
      sx={{ minHeight: 40, ...(on ? { bgcolor: '#e4f1f5' } : {}) }}>
      {translate(label)}
    </Button>
  );
}

/** Only a whole date narrows the list: while it is typed the list stays as it is. */
export function DateFilter({ name, label }: { readonly name: string; readonly label: string }) {
  const translate = useTranslate();
  const [value, set] = useFilter(name);
  const [typed, setTyped] = useState<string | null>(null);
  const change = (next: string): void => {
    const whole = next === '' || dateInWords(next) !== null;
    setTyped(whole ? null : next);
    if (whole) set(next);
  };
  return <LabelledDate label={translate(label)} value={typed ?? value} onChange={change} sx={{ width: { xs: 'calc(50% - 4px)', sm: 160 } }} />;
}

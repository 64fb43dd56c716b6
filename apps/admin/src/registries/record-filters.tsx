import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { RegistryColumnView, RegistryRow } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { dateInWords } from '../common/date-text.js';
import { useFilter } from '../common/list/filters.js';
import { LabelledDate } from '../common/labelled-date.js';
import { SearchField } from '../common/list/search-field.js';

/** A box for each column by which the registry narrows, of the kind that its field is. */
export function RecordFilters({ registry }: { readonly registry: RegistryRow }) {
  return registry.columns.filter(({ filter }) => filter).map((column) => <ColumnFilter key={column.field} column={column} />);
}

function ColumnFilter({ column }: { readonly column: RegistryColumnView }) {
  const translate = useTranslate();
  const [value, set] = useFilter(`field.${column.field}`);
  switch (column.kind) {
    case 'boolean': return <Choice column={column} value={value} set={set} options={[{ value: 'true', title: translate('registry.yes') }, { value: 'false', title: translate('registry.no') }]} />;
    case 'choice': case 'list': if (column.options.length > 0) return <Choice column={column} value={value} set={set} options={column.options} />; break;
    case 'date': return <Day column={column} value={value} set={set} />;
    case 'text': case 'number': case 'reference': break;
  }
  return <SearchField value={value} label={column.title} onSearch={set} width={180} />;
}

interface DayProps { readonly column: RegistryColumnView; readonly value: string; readonly set: (value: string) => void }

/** Only a whole date narrows the list: while it is typed the list stays as it is. */
function Day({ column, value, set }: DayProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const change = (next: string): void => {
    const whole = next === '' || dateInWords(next) !== null;
    setTyped(whole ? null : next);
    if (whole) set(next);
  };
  return <LabelledDate label={column.title} value={typed ?? value} onChange={change} sx={{ width: { xs: 'calc(50% - 4px)', sm: 160 } }} />;
}

interface ChoiceProps { readonly column: RegistryColumnView; readonly value: string; readonly set: (value: string) => void; readonly options: RegistryColumnView['options'] }

function Choice({ column, value, set, options }: ChoiceProps) {
  const translate = useTranslate();
  // A remembered choice that is no longer offered must not stand as an empty box.
  const known = options.some((option) => option.value === value) ? value : '';
  return (
    <TextField select label={column.title} value={known} onChange={(event) => set(event.target.value)} sx={{ width: { xs: 'calc(50% - 4px)', sm: 180 } }}>
      <MenuItem value="">{translate('list.any')}</MenuItem>
      {options.map((option) => <MenuItem key={option.value} value={option.value}>{option.title}</MenuItem>)}
    </TextField>
  );
}

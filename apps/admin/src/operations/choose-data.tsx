import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import type { CaseVariable } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LabelledDate } from '../common/labelled-date.js';
import { SelectBox } from '../common/select-box.js';
import { setOf, typedOf, valueOf, type PlannedChange } from './planned-change.js';

/** Data of the case by their declared type; a record or a list as JSON, for those who read the definition. */
export function ChooseData({ variables, onAdd }: { readonly variables: readonly CaseVariable[]; readonly onAdd: (change: PlannedChange) => void }) {
  const translate = useTranslate();
  const [name, setName] = useState('');
  const [typed, setTyped] = useState('');
  const chosen = variables.find((each) => each.name === name);
  const value = chosen === undefined ? undefined : valueOf(chosen.type, typed);
  const choose = (next: string): void => {
    setName(next);
    const variable = variables.find((each) => each.name === next);
    setTyped(variable === undefined ? '' : typedOf(variable));
  };
  return (
    <Stack gap={1.5}>
      <SelectBox label={translate('operation.variableLabel')} value={name} onChange={choose} choices={variables.map(({ name: key, title }) => ({ key, title }))} />
      {chosen === undefined ? null : <ValueField type={chosen.type} value={typed} wrong={value === undefined} onChange={setTyped} />}
      <Button variant="outlined" disabled={chosen === undefined || value === undefined} onClick={() => { if (chosen) onAdd(setOf(chosen, value)); }} sx={{ alignSelf: 'flex-start' }}>{translate('operation.setAdd')}</Button>
    </Stack>
  );
}

export function ValueField({ type, value, wrong, onChange }: { readonly type: CaseVariable['type']; readonly value: string; readonly wrong: boolean; readonly onChange: (value: string) => void }) {
  const translate = useTranslate();
  const error = wrong ? translate('operation.valueWrong') : undefined;
  if (type === 'date') return <LabelledDate label={translate('operation.value')} value={value} onChange={onChange} error={error} />;
  if (type === 'boolean') return <SelectBox label={translate('operation.value')} value={value} onChange={onChange} choices={[{ key: 'true', title: translate('operation.yes') }, { key: 'false', title: translate('operation.no') }]} />;
  const json = type === 'object' || type === 'list';
  return <TextField fullWidth multiline={json} minRows={json ? 4 : undefined} maxRows={16} label={translate(json ? 'operation.valueJson' : 'operation.value')} value={value} error={wrong} helperText={error} onChange={(event) => onChange(event.target.value)} slotProps={{ htmlInput: { maxLength: 100_000 } }} />;
}

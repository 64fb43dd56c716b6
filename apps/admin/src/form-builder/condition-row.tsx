import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import MenuItem from '@mui/material/MenuItem';
import { textIn, type Condition, type ConditionOperator, type FieldOption, type FormDefinition, type FormField } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { useLanguage } from '../common/use-language.js';
import { conditionQuestions, firstCondition, operatorsFor, simpleOf, takesValue, type SimpleCondition } from './model/conditions.js';
import { NumberBox } from './number-box.js';

interface ConditionRowProps { readonly form: FormDefinition; readonly path: string; readonly condition: Condition | undefined; readonly onChange: (condition: Condition | null, tag?: string) => void }

/** When a question is shown: another question, how it compares, and with what. Nothing is written by hand. */
export function ConditionRow({ form, path, condition, onChange }: ConditionRowProps) {
  const translate = useTranslate();
  const locale = useLanguage();
  const simple = simpleOf(condition);
  const questions = conditionQuestions(form, path);
  const asked = questions.find((field) => field.path === simple?.variable);
  const title = (field: FormField): string => (field.widget === 'info' ? '' : textIn(field.label, locale)) || field.path;
  if (condition && !simple) {
    return <Alert severity="info" action={<Button color="inherit" size="small" onClick={() => onChange(null)}>{translate('builder.conditionRemove')}</Button>}>{translate('builder.conditionComplex')}</Alert>;
  }
  if (!simple) {
    const first = questions.findLast((field) => field.path !== path);
    return <Box><Button size="small" disabled={!first} onClick={() => { if (first) onChange(firstCondition(form, questions[0] ?? first)); }}>{translate('builder.conditionAdd')}</Button></Box>;
  }
  const put = (patch: Partial<SimpleCondition>, tag?: string): void => onChange({ ...simple, ...patch }, tag);
  const operators: readonly ConditionOperator[] = asked ? operatorsFor(form, asked) : [];
  return (
    <Box role="group" aria-label={translate('builder.condition')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
      <TextField select size="small" label={translate('builder.conditionQuestion')} value={asked ? simple.variable : ''} error={!asked} sx={{ minWidth: 200, flex: '2 1 200px' }}
        onChange={(event) => { const field = questions.find((each) => each.path === event.target.value); if (field) onChange(firstCondition(form, field)); }}>
        {questions.map((field) => <MenuItem key={field.path} value={field.path}>{title(field)}</MenuItem>)}
      </TextField>
      <TextField select size="small" label={translate('builder.conditionOperator')} value={operators.includes(simple.operator) ? simple.operator : ''} sx={{ minWidth: 150, flex: '1 1 150px' }}
        onChange={(event) => {
          const operator = event.target.value as ConditionOperator;
          const { value: _value, ...bare } = simple;
          onChange(takesValue(operator) ? { ...simple, operator } : { ...bare, operator });
        }}>
        {operators.map((operator) => <MenuItem key={operator} value={operator}>{translate(`builder.operator.${operator}`)}</MenuItem>)}
      </TextField>
      {asked && takesValue(simple.operator) ? <ConditionValue field={asked} value={simple.value} onChange={(value) => put({ value }, `condition-${path}`)} /> : null}
      <Button size="small" color="secondary" sx={{ minHeight: 40 }} onClick={() => onChange(null)}>{translate('builder.conditionRemove')}</Button>
    </Box>
  );
}

function ConditionValue({ field, value, onChange }: { readonly field: FormField; readonly value: unknown; readonly onChange: (value: unknown) => void }) {
  const translate = useTranslate();
  const locale = useLanguage();
  const label = translate('builder.conditionValue');
  const options: readonly FieldOption[] | undefined = field.widget === 'checkbox'
    ? [{ value: true, label: translate('builder.ticked') }, { value: false, label: translate('builder.notTicked') }]
    : 'options' in field ? field.options : undefined;
  if (options) {
    const known = options.findIndex((option) => option.value === value);
    return (
      <TextField select size="small" label={label} value={known < 0 ? '' : String(known)} error={known < 0} sx={{ minWidth: 150, flex: '1 1 150px' }} onChange={(event) => onChange(options[Number(event.target.value)]?.value)}>
        {options.map((option, index) => <MenuItem key={String(option.value)} value={String(index)}>{textIn(option.label, locale)}</MenuItem>)}
      </TextField>
    );
  }
  if (field.widget === 'number') return <NumberBox label={label} value={typeof value === 'number' ? value : undefined} onChange={onChange} error={value === undefined} />;
  return <TextField size="small" label={label} value={typeof value === 'string' ? value : ''} error={value === undefined || value === ''} onChange={(event) => onChange(event.target.value)} sx={{ flex: '1 1 150px' }} />;
}

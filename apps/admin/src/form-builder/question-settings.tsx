import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import type { FormDefinition, FormField } from '@reglament/contracts';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { ConditionRow } from './condition-row.js';
import { LocalizedBox } from './localized-box.js';
import { patchField, setRequired, setVisible } from './model/edit-form.js';
import { kindOf } from './model/question-kinds.js';
import { isRequired, schemaAt } from './model/schema-place.js';
import { QuestionLimits, type Edit } from './question-limits.js';

interface QuestionSettingsProps {
  readonly form: FormDefinition;
  readonly field: FormField;
  readonly english: boolean;
  /** It was added just now: its wording is what comes first. */
  readonly fresh: boolean;
  readonly edit: Edit;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}

/** Everything that can be said of one question. */
export function QuestionSettings({ form, field, english, fresh, edit, onCopy, onRemove }: QuestionSettingsProps) {
  const translate = useTranslate();
  const words = useRef<HTMLInputElement>(null);
  useEffect(() => { if (fresh) { words.current?.focus(); words.current?.select(); } }, [fresh]);
  const { path } = field;
  const schema = schemaAt(form, path);
  const kind = kindOf(field, schema);
  const show = (patch: Parameters<typeof patchField>[2], name: string): void => edit((before) => patchField(before, path, patch), `${name}:${path}`);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, pt: 1 }}>
      {field.widget === 'info'
        ? <LocalizedBox required multiline label={translate('builder.infoText')} value={field.text} english={english} inputRef={words} onChange={(text) => show({ text: text ?? { ru: '' } }, 'text')} />
        : <LocalizedBox required multiline label={translate('builder.question')} value={field.label} english={english} inputRef={words} onChange={(label) => show({ label: label ?? { ru: '' } }, 'label')} />}
      {field.widget === 'info' ? null : <LocalizedBox multiline label={translate('builder.help')} value={field.help} english={english} onChange={(help) => show({ help }, 'help')} />}
      {kind === null ? <Alert severity="info">{translate('builder.otherKind')}</Alert> : <QuestionLimits form={form} field={field} kind={kind} schema={schema ?? {}} english={english} edit={edit} />}
      <ConditionRow form={form} path={path} condition={field.visible} onChange={(when, tag) => edit((before) => setVisible(before, path, when), tag)} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        {field.widget === 'info' || field.widget === 'calculated' ? null
          : <FormControlLabel control={<Switch checked={isRequired(form, path)} onChange={(_event, required) => edit((before) => setRequired(before, path, required))} />} label={translate(kind === 'consent' ? 'builder.requiredConsent' : 'builder.required')} />}
        <Box sx={{ flex: 1 }} />
        <Button size="small" color="secondary" onClick={onCopy}>{translate('builder.copy')}</Button>
        <Button size="small" color="error" onClick={onRemove}>{translate('builder.remove')}</Button>
      </Box>
    </Box>
  );
}

import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import type { FieldOption, FormDataSchema, FormDefinition, FormField } from '@reglament/contracts';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { LocalizedBox } from './localized-box.js';
import { DATE_LIMITS, dateLimitOf, withDateLimit, type DateLimit } from './model/date-limits.js';
import { patchField, patchSchema, type FieldPatch } from './model/edit-form.js';
import { optionValues, scaleOptions, type QuestionKind } from './model/question-kinds.js';
import { NumberBox } from './number-box.js';
import { OptionList } from './option-list.js';

export type Edit = (change: (form: FormDefinition) => FormDefinition, tag?: string) => void;

interface LimitsProps { readonly form: FormDefinition; readonly field: FormField; readonly kind: QuestionKind; readonly schema: FormDataSchema; readonly english: boolean; readonly edit: Edit }

const Row = ({ children }: { readonly children: ReactNode }) => <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>{children}</Box>;
const num = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const list = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const ACCEPTS: Readonly<Record<string, readonly string[] | undefined>> = { any: undefined, documents: ['application/pdf', '.doc', '.docx', '.odt'], tables: ['.xls', '.xlsx', '.ods', '.csv'], images: ['image/*'], scans: ['application/pdf', 'image/*'] };

/** What may be answered, chosen from what makes sense for this kind of question. */
export function QuestionLimits({ form, field, kind, schema, english, edit }: LimitsProps) {
  const translate = useTranslate();
  const { path } = field;
  const limit = (patch: FieldPatch, name: string): void => edit((before) => patchSchema(before, path, patch), `${name}:${path}`);
  const show = (patch: FieldPatch, name: string): void => edit((before) => patchField(before, path, patch), `${name}:${path}`);
  const bounds = (low: string, high: string, label: string, whole: boolean): ReactNode => {
    const [from, to] = [num(schema[low]), num(schema[high])];
    const crossed = from !== undefined && to !== undefined && from > to;
    return (
      <>
        <NumberBox label={translate(`builder.${label}From`)} value={from} whole={whole} error={crossed} onChange={(value) => limit({ [low]: value }, low)} />
        <NumberBox label={translate(`builder.${label}To`)} value={to} whole={whole} error={crossed} onChange={(value) => limit({ [high]: value }, high)} />
      </>
    );
  };
  const choose = (label: string, value: string, values: readonly string[], words: string, onChange: (value: string) => void): ReactNode => (
    <TextField select size="small" label={translate(label)} value={value} sx={{ minWidth: 220 }} onChange={(event) => onChange(event.target.value)}>
      {values.map((each) => <MenuItem key={each} value={each}>{translate(`${words}.${each}`)}</MenuItem>)}
    </TextField>
  );
  const setOptions = (options: readonly FieldOption[], tag: string): void => edit((before) => {
    const shown = patchField(before, path, { options });
    const values = optionValues(options);
    return kind === 'choices' ? patchSchema(shown, path, { items: { ...(schema['items'] as object), enum: values } }) : patchSchema(shown, path, { enum: values });
  }, `${tag}:${path}`);

  switch (kind) {
    case 'text': {
      const format = schema['format'] === 'email' ? 'email' : schema['format'] === 'uri' ? 'uri' : 'any';
      return <Row>{bounds('minLength', 'maxLength', 'length', true)}{choose('builder.textFormat', format, ['any', 'email', 'uri'], 'builder.format', (value) => limit({ format: value === 'any' ? undefined : value }, 'format'))}</Row>;
    }
    case 'textarea': return <Row>{bounds('minLength', 'maxLength', 'length', true)}</Row>;
    case 'number': return (
      <Row>
        {bounds('minimum', 'maximum', 'number', false)}
        {field.widget === 'number' ? <Box sx={{ flex: '1 1 150px', minWidth: 120, maxWidth: 240 }}><LocalizedBox label={translate('builder.unit')} value={field.unit} english={english} onChange={(unit) => show({ unit }, 'unit')} /></Box> : null}
        <FormControlLabel control={<Switch size="small" checked={schema['type'] === 'integer'} onChange={(_event, whole) => limit({ type: whole ? 'integer' : 'number' }, 'whole')} />} label={translate('builder.wholeNumber')} />
      </Row>
    );
    case 'scale': {
      const values = list(schema['enum']) ? schema['enum'].filter((value) => typeof value === 'number') : [];
      const [from, to] = [Math.min(...values), Math.max(...values)];
      const options = field.widget === 'radio' ? field.options ?? [] : [];
      const set = (low: number, high: number): void => edit((before) => {
        const kept = new Map(options.map((option) => [option.value, option]));
        const next = scaleOptions(low, high).map((option) => kept.get(option.value) ?? option);
        return patchSchema(patchField(before, path, { options: next }), path, { enum: optionValues(next) });
      }, `scale:${path}`);
      const ends = [0, options.length - 1].map((index) => options[index]).filter((option) => option !== undefined);
      const pick = (label: string, value: number, all: readonly number[], onChange: (value: number) => void): ReactNode => (
        <TextField select size="small" label={translate(label)} value={String(value)} sx={{ width: 110 }} onChange={(event) => onChange(Number(event.target.value))}>
          {all.map((each) => <MenuItem key={each} value={String(each)}>{each}</MenuItem>)}
        </TextField>
      );
      return (
        <Box sx={{ display: 'grid', gap: 1.5 }}>
          <Row>{pick('builder.scaleFrom', from, [0, 1].filter((each) => each < to), (value) => set(value, to))}{pick('builder.scaleTo', to, [2, 3, 4, 5, 6, 7, 8, 9, 10].filter((each) => each > from), (value) => set(from, value))}</Row>
          <Row>{ends.map((option, index) => (
            <LocalizedBox key={String(option.value)} label={translate(index === 0 ? 'builder.scaleLow' : 'builder.scaleHigh')} value={option.label} english={english} required
              onChange={(label) => show({ options: options.map((each) => (each.value === option.value ? { ...each, label: label ?? String(each.value) } : each)) }, `end-${index}`)} />
          ))}</Row>
        </Box>
      );
    }
    case 'date': return <Row>{choose('builder.dateLimit', dateLimitOf(form, path), DATE_LIMITS, 'builder.dateLimits', (value) => edit((before) => withDateLimit(before, path, value as DateLimit)))}</Row>;
    case 'choice': case 'select': return (
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <OptionList options={'options' in field ? field.options ?? [] : []} english={english} onChange={setOptions} />
        {choose('builder.choiceLook', kind, ['choice', 'select'], 'builder.look', (value) => show({ widget: value === 'select' ? 'select' : 'radio' }, 'look'))}
      </Box>
    );
    case 'choices': return (
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <OptionList options={'options' in field ? field.options ?? [] : []} english={english} onChange={setOptions} />
        <Row>{bounds('minItems', 'maxItems', 'count', true)}</Row>
      </Box>
    );
    case 'yesNo': return <OptionList options={'options' in field ? field.options ?? [] : []} english={english} onChange={(options, tag) => { if (options.length === 2) show({ options }, tag); }} />;
    case 'file': case 'files': {
      const accept = 'accept' in field ? field.accept : undefined;
      const known = Object.keys(ACCEPTS).find((name) => JSON.stringify(ACCEPTS[name]) === JSON.stringify(accept)) ?? 'any';
      return <Row>{choose('builder.fileKinds', known, Object.keys(ACCEPTS), 'builder.accept', (value) => show({ accept: ACCEPTS[value] }, 'accept'))}{kind === 'files' ? bounds('minItems', 'maxItems', 'count', true) : null}</Row>;
    }
    case 'info': return field.widget === 'info' ? <Row>{choose('builder.infoTone', field.tone ?? 'neutral', ['neutral', 'info', 'warning'], 'builder.tone', (value) => show({ tone: value }, 'tone'))}</Row> : null;
    case 'consent': case 'person': case 'organisation': case 'document': return null;
  }
}

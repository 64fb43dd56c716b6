import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import type { LocalizedText } from '@reglament/contracts';
import type { Ref } from 'react';
import { useTranslate } from 'react-admin';

interface LocalizedBoxProps {
  readonly label: string;
  readonly value: LocalizedText | undefined;
  readonly onChange: (text: LocalizedText | undefined) => void;
  /** With a box for the English text too. */
  readonly english: boolean;
  readonly multiline?: boolean;
  readonly required?: boolean;
  readonly error?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A text that people will read. Russian is the language of record; English is there for whoever translates. An empty text is none. */
export function LocalizedBox({ label, value, onChange, english, multiline = false, required = false, error, inputRef }: LocalizedBoxProps) {
  const translate = useTranslate();
  const ru = typeof value === 'string' ? value : value?.ru ?? '';
  const en = typeof value === 'string' ? '' : value?.en ?? '';
  const put = (next: { ru: string; en: string }): void => onChange(next.ru === '' && next.en === '' && !required ? undefined : { ru: next.ru, ...(next.en !== '' && { en: next.en }) });
  return (
    <Stack gap={1} sx={{ flex: 1, minWidth: 0 }}>
      <TextField fullWidth size="small" label={label} value={ru} multiline={multiline} required={required} error={error !== undefined} helperText={error} inputRef={inputRef} slotProps={{ htmlInput: { maxLength: 4000, lang: 'ru' } }}
        onChange={(event) => put({ ru: event.target.value, en })} />
      {english ? <TextField fullWidth size="small" label={translate('builder.inEnglish', { label })} value={en} multiline={multiline} slotProps={{ htmlInput: { maxLength: 4000, lang: 'en' } }} onChange={(event) => put({ ru, en: event.target.value })} /> : null}
    </Stack>
  );
}

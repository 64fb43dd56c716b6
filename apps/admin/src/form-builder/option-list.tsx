import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import DownIcon from '@mui/icons-material/KeyboardArrowDown';
import UpIcon from '@mui/icons-material/KeyboardArrowUp';
import type { FieldOption } from '@reglament/contracts';
import { useRef } from 'react';
import { useTranslate } from 'react-admin';
import { LocalizedBox } from './localized-box.js';

interface OptionListProps { readonly options: readonly FieldOption[]; readonly english: boolean; readonly onChange: (options: readonly FieldOption[], tag: string) => void }

/** The variants of a choice. A variant's value never changes, so that what was answered keeps its meaning through rewording. */
export function OptionList({ options, english, onChange }: OptionListProps) {
  const translate = useTranslate();
  const list = useRef<HTMLDivElement>(null);
  const add = (): void => {
    const used = new Set(options.map(({ value }) => String(value)));
    let number = options.length + 1;
    while (used.has(`o${number}`)) number += 1;
    onChange([...options, { value: `o${number}`, label: { ru: translate('builder.newOption', { number: options.length + 1, _: '' }) } }], 'add-option');
    requestAnimationFrame(() => { const boxes = list.current?.querySelectorAll('input'); boxes?.[boxes.length - 1]?.select(); });
  };
  const move = (from: number, to: number): void => { const option = options[from]; if (option) onChange(options.toSpliced(from, 1).toSpliced(to, 0, option), 'move-option'); };
  return (
    <Box role="group" aria-label={translate('builder.options')} ref={list} sx={{ display: 'grid', gap: 1 }}>
      {options.map((option, index) => (
        <Box key={String(option.value)} sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.25 }}>
          <LocalizedBox required label={translate('builder.option', { number: index + 1 })} value={option.label} english={english} onChange={(label) => onChange(options.with(index, { ...option, label: label ?? '' }), `option-${String(option.value)}`)} />
          <IconButton size="small" disabled={index === 0} aria-label={translate('builder.optionUp', { number: index + 1 })} onClick={() => move(index, index - 1)}><UpIcon /></IconButton>
          <IconButton size="small" disabled={index === options.length - 1} aria-label={translate('builder.optionDown', { number: index + 1 })} onClick={() => move(index, index + 1)}><DownIcon /></IconButton>
          <IconButton size="small" disabled={options.length < 2} aria-label={translate('builder.optionRemove', { number: index + 1 })} onClick={() => onChange(options.toSpliced(index, 1), 'remove-option')}><DeleteIcon /></IconButton>
        </Box>
      ))}
      <Box><Button size="small" onClick={add} disabled={options.length >= 50}>{translate('builder.addOption')}</Button></Box>
    </Box>
  );
}

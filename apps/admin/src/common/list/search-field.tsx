import ClearIcon from '@mui/icons-material/Close';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import SearchIcon from '@mui/icons-material/Search';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';

const PAUSE_MS = 350;

interface SearchFieldProps {
  readonly value: string;
  readonly label: string;
  readonly onSearch: (value: string) => void;
  readonly width?: number | string;
}

/** Searches after a short pause, at once on Enter; Escape clears. */
export function SearchField({ value, label, onSearch, width = 260 }: SearchFieldProps) {
  const translate = useTranslate();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onSearch(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
    // `onSearch` is made anew on every render of the list; the timer follows the text alone.
  }, [text, value]);
  return (
    <TextField
      type="text"
      value={text}
      placeholder={label}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onSearch(text.trim());
        if (event.key === 'Escape' && text !== '') setText('');
      }}
      sx={{ width: { xs: '100%', sm: width } }}
      slotProps={{
        htmlInput: { 'aria-label': label, maxLength: 200, enterKeyHint: 'search' },
        input: {
          startAdornment: <InputAdornment position="start"><SearchIcon fontSize="small" /></InputAdornment>,
          endAdornment: text === '' ? null : (
            <InputAdornment position="end">
              <IconButton size="small" edge="end" aria-label={translate('list.clearSearch')} onClick={() => setText('')}><ClearIcon fontSize="small" /></IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}

import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useState, type PointerEvent } from 'react';
import { useForm, useMessages } from '../form-context.js';
import { useReferenceName, type ReferenceName } from '../reference-names.js';

/** Typing pauses this long before the search is asked. */
const SEARCH_DELAY_MS = 200;

interface ReferencePickerProps {
  readonly id: string;
  readonly value: string | null;
  readonly placeholder: string;
  readonly invalid: boolean;
  readonly inputProps: object;
  /** The picker's own name where no label element points to it. */
  readonly label?: string;
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly ReferenceName[]>;
  readonly onPick: (picked: ReferenceName | null) => void;
  readonly onLeave?: () => void;
}

/** One reference, found by typing. What is stored is the reference; its name is shown. */
export function ReferencePicker({ id, value, placeholder, invalid, inputProps, label, search, onPick, onLeave }: ReferencePickerProps) {
  const messages = useMessages();
  const { names } = useForm();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const { options, state } = useSearch(open, text, search);
  const name = useReferenceName(value ?? '');
  const picked = value === null ? null : (name ?? { reference: value, title: name === null ? messages.unknownReference : '…' });
  return (
    <Autocomplete<ReferenceName>
      id={id} size="small" fullWidth open={open} value={picked} options={options} loading={state === 'searching'}
      loadingText={messages.searching}
      noOptionsText={state === 'failed' ? messages.searchFailed : text.trim() === '' ? placeholder : messages.nothingFound}
      clearText={messages.clear} openText={messages.choose} closeText={messages.choose}
      filterOptions={(all) => all}
      getOptionLabel={({ title }) => title}
      getOptionKey={({ reference }) => reference}
      isOptionEqualToValue={(one, other) => one.reference === other.reference}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onInputChange={(_event, typed, reason) => setText(reason === 'input' ? typed : '')}
      onChange={(_event, choice) => {
        if (choice !== null) names.learn(choice);
        onPick(choice);
      }}
      onBlur={onLeave}
      renderOption={({ key, ...item }, { title, subtitle }) => (
        <Box component="li" key={key} {...item} onPointerDown={pickWhereThePressBegan}>
          <span>{title}{subtitle === undefined ? null : <Typography variant="caption" color="text.secondary" component="span" sx={{ display: 'block' }}>{subtitle}</Typography>}</span>
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params} hiddenLabel placeholder={placeholder} error={invalid}
          inputProps={{ ...params.inputProps, ...inputProps, id, ...(label === undefined ? {} : { 'aria-label': label }) }}
        />
      )}
    />
  );
}

/**
 * A mouse picks at the press: findings of the check or another field's error may move the list before the button is let go, and then the click
 * belongs to nobody. A finger picks at the tap as before, or scrolling would pick.
 */
function pickWhereThePressBegan(event: PointerEvent<HTMLElement>): void {
  if (event.pointerType !== 'mouse' || event.button !== 0) return;
  event.preventDefault();
  event.currentTarget.click();
}

type SearchState = 'idle' | 'searching' | 'failed';

function useSearch(open: boolean, text: string, search: ReferencePickerProps['search']): { options: readonly ReferenceName[]; state: SearchState } {
  const [result, setResult] = useState<{ options: readonly ReferenceName[]; state: SearchState }>({ options: [], state: 'idle' });
  useEffect(() => {
    if (!open) return undefined;
    const aborter = new AbortController();
    setResult(({ options }) => ({ options, state: 'searching' }));
    const timer = setTimeout(() => {
      search(text.trim(), aborter.signal).then(
        (options) => { if (!aborter.signal.aborted) setResult({ options, state: 'idle' }); },
        () => { if (!aborter.signal.aborted) setResult({ options: [], state: 'failed' }); },
      );
    }, text === '' ? 0 : SEARCH_DELAY_MS);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
    // The search function is made anew at every render of the page; the text and the opening decide.
  }, [open, text]);
  return result;
}

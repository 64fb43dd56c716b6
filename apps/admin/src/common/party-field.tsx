import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import type { PartyView } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useApi } from '../data/use-api.js';
import { useQuiet } from './use-quiet.js';

interface PartyFieldProps {
  readonly label: string;
  readonly kinds: string;
  readonly value: PartyView | null;
  readonly onChange: (party: PartyView | null) => void;
  readonly autoFocus?: boolean;
  readonly error?: string;
  readonly required?: boolean;
}

/** Finds a person or an organisation by a part of the name. */
export function PartyField({ label, kinds, value, onChange, autoFocus, error, required }: PartyFieldProps) {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const q = useQuiet(text, 250);
  const { data, isFetching } = useApi<readonly PartyView[]>('/parties', { q, kinds });
  return (
    <Autocomplete
      options={[...(data ?? [])]}
      value={value}
      loading={isFetching}
      filterOptions={(options) => options}
      getOptionLabel={(party) => party.title}
      getOptionKey={(party) => party.reference}
      isOptionEqualToValue={(one, other) => one.reference === other.reference}
      onChange={(_event, party) => onChange(party)}
      onInputChange={(_event, next) => setText(next)}
      noOptionsText={translate('party.none')}
      loadingText={translate('state.loading')}
      openText={translate('action.open')}
      closeText={translate('action.close')}
      clearText={translate('party.clear')}
      renderOption={(props, party) => (
        <Box component="li" {...props} key={party.reference} sx={{ display: 'block !important' }}>
          {party.title}
          {party.subtitle ? <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{party.subtitle}</Box> : null}
        </Box>
      )}
      renderInput={(params) => <TextField {...params} label={label} autoFocus={autoFocus} required={required} error={error !== undefined} helperText={error} />}
    />
  );
}

import CloseIcon from '@mui/icons-material/Close';
import ArrowUpIcon from '@mui/icons-material/ArrowUpward';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { useFrameIds } from '../field-frame.js';
import { useForm, useMessages } from '../form-context.js';
import type { PartyQuery } from '../lookups.js';
import { useReferenceName } from '../reference-names.js';
import type { FieldSnapshot } from '../store/form-store.js';
import { inputAria } from './field-parts.js';
import { ReferencePicker } from './reference-picker.js';
import { ReferenceTitle } from './reference-reading.js';

const List = styled('ol')({ listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: 4 });
const Item = styled('li')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  padding: '2px 4px 2px 10px',
  border: `1px solid ${theme.palette.divider}`,
  borderRadius: theme.shape.borderRadius,
  '& > span': { flex: 1, minWidth: 0 },
}));

export const referencesIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);

interface PartyListProps {
  readonly pointer: string;
  readonly snapshot: FieldSnapshot;
  readonly types: PartyQuery['types'];
  readonly role: string | null;
  readonly placeholder?: string;
}

/** Chosen parties with a box to find one more; in the frame of a field that names it. */
export function PartyList({ pointer, snapshot, types, role, placeholder }: PartyListProps) {
  const { store, lookups } = useForm();
  const messages = useMessages();
  const ids = useFrameIds(pointer, {}, snapshot);
  const references = referencesIn(snapshot.value);
  const write = (next: readonly string[]) => store.set(pointer, next.length === 0 ? undefined : next, true);
  return (
    <>
      {references.length === 0 ? null : (
        <List aria-labelledby={ids.label}>
          {references.map((reference, index) => (
            <Chosen
              key={reference} reference={reference}
              onUp={index === 0 ? null : () => write(references.with(index, references[index - 1] ?? reference).with(index - 1, reference))}
              onRemove={() => write(references.filter((other) => other !== reference))}
            />
          ))}
        </List>
      )}
      <ReferencePicker
        key={references.length} id={ids.input} value={null} invalid={snapshot.error !== null}
        placeholder={placeholder ?? messages.searchParty}
        inputProps={inputAria(ids, snapshot)}
        search={async (typed, signal) => {
          const found = await lookups.searchParties({ text: typed, types, role }, signal);
          return found.filter(({ reference }) => !references.includes(reference));
        }}
        onPick={(picked) => {
          if (picked !== null) write([...references, picked.reference]);
        }}
        onLeave={() => store.touch(pointer)}
      />
    </>
  );
}

function Chosen({ reference, onUp, onRemove }: { readonly reference: string; readonly onUp: (() => void) | null; readonly onRemove: () => void }) {
  const messages = useMessages();
  const title = useReferenceName(reference)?.title ?? '';
  return (
    <Item>
      <span><ReferenceTitle reference={reference} /></span>
      {onUp === null ? null : <IconButton size="small" aria-label={messages.moveUp(title)} onClick={onUp}><ArrowUpIcon fontSize="inherit" /></IconButton>}
      <IconButton size="small" aria-label={messages.removeItem(title)} onClick={onRemove}><CloseIcon fontSize="inherit" /></IconButton>
    </Item>
  );
}

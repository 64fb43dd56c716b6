import CloseIcon from '@mui/icons-material/Close';
import ArrowUpIcon from '@mui/icons-material/ArrowUpward';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { FieldFrame, useFrameIds } from '../field-frame.js';
import { useField, useForm, useMessages, useText } from '../form-context.js';
import { useReferenceName } from '../reference-names.js';
import { inputAria, ReadingValue } from './field-parts.js';
import type { FieldProps, FieldType } from './field-type.js';
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

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);

/** People one under another: their order may mean something (approvals in turn), so it can be changed. */
function Input({ field, pointer, path }: FieldProps<'parties'>) {
  const { store, lookups } = useForm();
  const messages = useMessages();
  const text = useText();
  const snapshot = useField(pointer, path);
  const ids = useFrameIds(pointer, field, snapshot);
  const references = listOf(snapshot.value);
  const write = (next: readonly string[]) => store.set(pointer, next.length === 0 ? undefined : next, true);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot}>
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
        placeholder={field.placeholder === undefined ? messages.searchParty : text(field.placeholder)}
        inputProps={inputAria(ids, snapshot)}
        search={async (typed, signal) => {
          const found = await lookups.searchParties({ text: typed, types: field.partyTypes ?? null, role: field.role ?? null }, signal);
          return found.filter(({ reference }) => !references.includes(reference));
        }}
        onPick={(picked) => {
          if (picked !== null) write([...references, picked.reference]);
        }}
        onLeave={() => store.touch(pointer)}
      />
    </FieldFrame>
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

function Reading({ field, pointer, path }: FieldProps<'parties'>) {
  const messages = useMessages();
  const snapshot = useField(pointer, path);
  const references = listOf(snapshot.value);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} reading>
      <ReadingValue empty={messages.notFilled}>{references.map((reference) => <div key={reference}><ReferenceTitle reference={reference} /></div>)}</ReadingValue>
    </FieldFrame>
  );
}

export const partiesField: FieldType<'parties'> = { widget: 'parties', Input, Reading };

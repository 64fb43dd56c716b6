import { FieldFrame } from '../field-frame.js';
import { useField, useMessages, useText } from '../form-context.js';
import { ReadingValue } from './field-parts.js';
import type { FieldProps, FieldType } from './field-type.js';
import { PartyList, referencesIn } from './party-list.js';
import { ReferenceTitle } from './reference-reading.js';

/** People one under another: their order may mean something (approvals in turn), so it can be changed. */
function Input({ field, pointer, path }: FieldProps<'parties'>) {
  const text = useText();
  const snapshot = useField(pointer, path);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot}>
      <PartyList pointer={pointer} snapshot={snapshot} types={field.partyTypes ?? null} role={field.role ?? null} placeholder={field.placeholder === undefined ? undefined : text(field.placeholder)} />
    </FieldFrame>
  );
}

function Reading({ field, pointer, path }: FieldProps<'parties'>) {
  const messages = useMessages();
  const snapshot = useField(pointer, path);
  const references = referencesIn(snapshot.value);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} reading>
      <ReadingValue empty={messages.notFilled}>{references.map((reference) => <div key={reference}><ReferenceTitle reference={reference} /></div>)}</ReadingValue>
    </FieldFrame>
  );
}

export const partiesField: FieldType<'parties'> = { widget: 'parties', Input, Reading };

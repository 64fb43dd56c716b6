import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { nodeAt, parsePath, valueAt } from '@reglament/forms';
import { useRef, useState } from 'react';
import { FieldFrame, useFrameIds } from '../field-frame.js';
import { elementId, useField, useForm, useMessages, useText } from '../form-context.js';
import { ReferenceTitle } from './reference-reading.js';
import { valueText } from '../print/value-text.js';
import { RowBox } from '../rows/row-box.js';
import { freshRow, keysOf, moved, rowsOf, type RowData } from '../rows/row-list.js';
import type { FieldOf } from '../lookups.js';
import type { FieldProps, FieldType } from './field-type.js';
import { ReadingValue } from './field-parts.js';

const List = styled('ol')({ listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: 8 });

function Input({ field, pointer, path, node }: FieldProps<'rows'>) {
  const { store, announce, idPrefix, Fields } = useForm();
  const messages = useMessages();
  const text = useText();
  const snapshot = useField(pointer, path);
  const ids = useFrameIds(pointer, field, snapshot);
  const addButton = useRef<HTMLButtonElement>(null);
  const [removed, setRemoved] = useState<{ readonly row: RowData; readonly index: number } | null>(null);
  const rows = rowsOf(snapshot.value);
  const keys = keysOf(rows);
  const write = (next: readonly RowData[]) => store.set(pointer, next.length === 0 ? undefined : next, true);
  const fixed = field.fixed === true;
  const limit = node?.schema['maxItems'];
  const full = typeof limit === 'number' && rows.length >= limit;

  const add = () => {
    if (node?.kind !== 'list') return;
    write([...rows, freshRow(node)]);
    announce(messages.rowAdded(rows.length + 1));
    const first = field.fields[0];
    if (first !== undefined) focusSoon(elementId(idPrefix, `${pointer}/${rows.length}/${first.path.replaceAll('.', '/')}`));
  };
  const move = (from: number, to: number) => {
    write(moved(rows, from, to));
    announce(messages.rowMoved(to + 1));
  };
  const remove = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    setRemoved({ row, index });
    write(rows.filter((_row, other) => other !== index));
    announce(messages.rowRemoved);
    addButton.current?.focus();
  };
  const undo = () => {
    if (removed === null) return;
    write(rows.toSpliced(removed.index, 0, removed.row));
    setRemoved(null);
  };

  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} part>
      <List aria-labelledby={ids.label}>
        {rows.map((row, index) => (
          <RowBox
            key={keys[index]} title={<RowTitle field={field} row={row} index={index} />} name={rowName(field, row, index, messages.row)}
            line={field.layout === 'table'}
            {...(fixed ? {} : {
              onUp: index === 0 ? null : () => move(index, index - 1),
              onDown: index === rows.length - 1 ? null : () => move(index, index + 1),
              onRemove: () => remove(index),
            })}
          >
            <Fields fields={field.fields} pointer={`${pointer}/${index}`} path={`${path}[]`} node={node?.kind === 'list' ? node.item : null} reading={false} />
          </RowBox>
        ))}
      </List>
      {fixed ? null : <div>
        <Button id={ids.input} ref={addButton} size="small" variant="outlined" startIcon={<AddIcon />} disabled={full} aria-describedby={ids.describedBy} onClick={add} onBlur={() => store.touch(pointer)}>
          {field.addLabel === undefined ? messages.addRow : text(field.addLabel)}
        </Button>
        {removed === null ? null : <Button size="small" onClick={undo}>{messages.undo}</Button>}
      </div>}
    </FieldFrame>
  );
}

function rowName(field: FieldOf<'rows'>, row: RowData, index: number, fallback: (number: number) => string): string {
  const value = field.rowTitle === undefined ? undefined : valueAt(row, `/${field.rowTitle.replaceAll('.', '/')}`);
  return typeof value === 'string' && value !== '' && !value.includes(':') ? value : fallback(index + 1);
}

function RowTitle({ field, row, index }: { readonly field: FieldOf<'rows'>; readonly row: RowData; readonly index: number }) {
  const { locale } = useForm();
  const messages = useMessages();
  const value = field.rowTitle === undefined ? undefined : valueAt(row, `/${field.rowTitle.replaceAll('.', '/')}`);
  if (value === undefined || value === '') return <>{messages.row(index + 1)}</>;
  if (typeof value === 'string' && /^(person|organisation|position|role|record|document):/u.test(value)) return <ReferenceTitle reference={value} plain />;
  return <>{valueText(value, locale)}</>;
}

/** The new row is in the page after React has drawn it. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

function Reading({ field, pointer, path }: FieldProps<'rows'>) {
  const { store, Fields } = useForm();
  const messages = useMessages();
  const snapshot = useField(pointer, path);
  const rows = rowsOf(snapshot.value);
  const item = nodeAt(store.form.structure, parsePath(`${path}[]`));
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} part reading>
      {rows.length === 0 ? <ReadingValue empty={messages.noRows}>{''}</ReadingValue> : (
        <List>
          {rows.map((row, index) => (
            <RowBox key={keysOf(rows)[index]} title={<RowTitle field={field} row={row} index={index} />} name={messages.row(index + 1)} line={field.layout === 'table'}>
              <Fields fields={field.fields} pointer={`${pointer}/${index}`} path={`${path}[]`} node={item} reading />
            </RowBox>
          ))}
        </List>
      )}
    </FieldFrame>
  );
}

export const rowsField: FieldType<'rows'> = { widget: 'rows', Input, Reading };

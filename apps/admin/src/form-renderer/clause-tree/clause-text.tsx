import { useRef, type KeyboardEvent } from 'react';
import { TextArea } from '../fields/text-area.js';
import { asText, inputAria } from '../fields/field-parts.js';
import { FieldMessages, useFrameIds } from '../field-frame.js';
import { useField, useForm, useMessages } from '../form-context.js';
import type { ClausePath } from './clause.js';
import { useClauseTree } from './clause-context.js';

interface ClauseTextProps { readonly pointer: string; readonly fieldPath: string; readonly path: ClausePath; readonly number: string; readonly keysId: string }

/**
 * The clause's text, with the keys of an outliner. Tab changes the level only at the start of a text in which something was done since the
 * focus came: who walks through the form by Tab is not held (WCAG 2.1.2), and Esc lets go at any time.
 */
export function ClauseText({ pointer, fieldPath, path, number, keysId }: ClauseTextProps) {
  const { store } = useForm();
  const messages = useMessages().clause;
  const { actions } = useClauseTree();
  const snapshot = useField(pointer, fieldPath);
  const ids = useFrameIds(pointer, {}, snapshot);
  const armed = useRef(false);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const box = event.currentTarget;
    const atStart = box.selectionStart === 0 && box.selectionEnd === 0;
    const act = (done: boolean | void) => {
      if (done !== false) event.preventDefault();
    };
    if (event.altKey) {
      if (event.key === 'ArrowUp') return act(actions.shift(path, -1));
      if (event.key === 'ArrowDown') return act(actions.shift(path, 1));
      if (event.key === 'ArrowRight') return act(actions.indent(path));
      // The browser's own «back» would leave the form.
      if (event.key === 'ArrowLeft') return act(void actions.outdent(path));
      return undefined;
    }
    if (event.key === 'Escape') armed.current = false;
    else if (event.key === 'Tab') {
      if (armed.current && atStart) return act(event.shiftKey ? actions.outdent(path) : actions.indent(path));
      return undefined;
    } else if (event.key !== 'Shift') armed.current = true;
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.nativeEvent.isComposing) return act(actions.addAfter(path, box.selectionStart));
    if (event.key === 'Backspace' && box.value === '') return act(actions.remove(path));
    return undefined;
  };

  const aria = inputAria(ids, snapshot);
  return (
    <div>
      <TextArea
        value={asText(snapshot.value)} invalid={snapshot.error !== null} minRows={1}
        inputProps={{ ...aria, 'aria-label': `${messages.number(number)}. ${messages.text}`, 'aria-describedby': [aria['aria-describedby'], keysId].filter((id) => id !== undefined).join(' ') }}
        onChange={(event) => store.set(pointer, event.target.value || undefined)}
        onBlur={() => { armed.current = false; store.touch(pointer); }}
        onPointerDown={() => { armed.current = true; }}
        onKeyDown={onKeyDown}
      />
      <FieldMessages id={ids.input} snapshot={snapshot} />
    </div>
  );
}

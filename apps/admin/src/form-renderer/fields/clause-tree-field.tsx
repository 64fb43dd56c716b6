import AddIcon from '@mui/icons-material/Add';
import PasteIcon from '@mui/icons-material/ContentPaste';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { ClauseContext, type ClauseSurroundings } from '../clause-tree/clause-context.js';
import { ClauseItem } from '../clause-tree/clause-item.js';
import { ClauseReading } from '../clause-tree/clause-reading.js';
import { clausesOf, type Clause } from '../clause-tree/clause.js';
import { useClauseActions } from '../clause-tree/use-clause-actions.js';
import { FieldFrame, useFrameIds } from '../field-frame.js';
import { useField, useForm, useMessages } from '../form-context.js';
import type { FieldProps, FieldType } from './field-type.js';

const PasteDialog = lazy(async () => ({ default: (await import('../clause-tree/paste-dialog.js')).PasteDialog }));

const Tree = styled('ol')({ margin: 0, padding: 0 });
/** Of no use under a finger. */
const Keys = styled('p')(({ theme }) => ({ ...theme.typography.caption, color: theme.palette.text.secondary, '@media (pointer: coarse), print': { display: 'none' } }));
const Buttons = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 });

/** Levels of numbering where the form does not say. */
const DEFAULT_DEPTH = 3;

function Input({ field, pointer, path, node }: FieldProps<'clauseTree'>) {
  const { store, lookups } = useForm();
  const messages = useMessages();
  const snapshot = useField(pointer, path);
  const ids = useFrameIds(pointer, field, snapshot);
  const [pasting, setPasting] = useState(false);
  const [before, setBefore] = useState<readonly Clause[] | null>(null);
  const clauses = clausesOf(snapshot.value);
  const children = path.split('.').at(-1) ?? path;
  const maxDepth = field.maxDepth ?? DEFAULT_DEPTH;
  const onRemoved = useCallback((list: readonly Clause[]) => setBefore(list), []);
  const actions = useClauseActions({ field, root: pointer, children, maxDepth, onRemoved });
  const tree = useMemo<ClauseSurroundings>(
    () => ({ field, root: pointer, path, children, maxDepth, actions, clauseNode: node?.kind === 'list' ? node.item : null }),
    [field, pointer, path, children, maxDepth, actions, node],
  );
  const insert = (added: readonly Clause[], replace: boolean) => {
    setBefore(clauses);
    store.set(pointer, replace ? added : [...clauses, ...added], true);
    setPasting(false);
  };
  return (
    <ClauseContext value={tree}>
      <FieldFrame field={field} pointer={pointer} snapshot={snapshot} part>
        {clauses.length === 0 ? <Typography variant="body2" color="text.secondary">{messages.clause.empty}</Typography> : <Keys id={`${ids.input}-keys`}>{messages.clause.keys}</Keys>}
        <Tree aria-labelledby={ids.label}>
          {clauses.map((clause, index) => <ClauseItem key={clause.id} clause={clause} index={index} above="" count={clauses.length} keysId={`${ids.input}-keys`} />)}
        </Tree>
        <Buttons>
          <Button id={ids.input} aria-describedby={ids.describedBy} variant="outlined" size="small" startIcon={<AddIcon />} onClick={() => actions.addAfter([])} onBlur={() => store.touch(pointer)}>{messages.clause.add}</Button>
          {field.pasteImport !== true || lookups.parseClauses === undefined ? null : (
            <Button variant="outlined" size="small" startIcon={<PasteIcon />} onClick={() => setPasting(true)}>{messages.clause.paste}</Button>
          )}
          {before === null ? null : (
            <Button size="small" onClick={() => { store.set(pointer, before.length === 0 ? undefined : before, true); setBefore(null); }}>{messages.undo}</Button>
          )}
        </Buttons>
      </FieldFrame>
      {pasting ? <Suspense fallback={null}><PasteDialog hasClauses={clauses.length > 0} onClose={() => setPasting(false)} onInsert={insert} /></Suspense> : null}
    </ClauseContext>
  );
}

function Reading({ field, pointer, path }: FieldProps<'clauseTree'>) {
  const snapshot = useField(pointer, path);
  return (
    <FieldFrame field={field} pointer={pointer} snapshot={snapshot} part reading>
      <ClauseReading field={field} clauses={clausesOf(snapshot.value)} pointer={pointer} path={path} />
    </FieldFrame>
  );
}

export const clauseTreeField: FieldType<'clauseTree'> = { widget: 'clauseTree', Input, Reading };

import AddIcon from '@mui/icons-material/PlaylistAdd';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import DownIcon from '@mui/icons-material/ArrowDownward';
import IndentIcon from '@mui/icons-material/FormatIndentIncrease';
import OutdentIcon from '@mui/icons-material/FormatIndentDecrease';
import UpIcon from '@mui/icons-material/ArrowUpward';
import IconButton from '@mui/material/IconButton';
import Select from '@mui/material/Select';
import { styled } from '@mui/material/styles';
import Tooltip from '@mui/material/Tooltip';
import { textIn } from '@reglament/contracts';
import { memo, type ReactElement } from 'react';
import { FieldMessages } from '../field-frame.js';
import { elementId, useField, useForm, useMessages } from '../form-context.js';
import { ClauseDetails } from './clause-details.js';
import { ClauseText } from './clause-text.js';
import { childrenOf, numberOf, pathOfPointer, type Clause, type ClausePath } from './clause.js';
import { useClauseTree } from './clause-context.js';

const Item = styled('li')({ listStyle: 'none' });

const Body = styled('div')(({ theme }) => ({
  border: `1px solid ${theme.palette.divider}`,
  borderRadius: theme.shape.borderRadius,
  background: theme.palette.background.paper,
  padding: theme.spacing(1),
  marginTop: theme.spacing(1),
  '&:focus-within': { borderColor: theme.palette.primary.main },
}));

const Head = styled('div')({ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 6, marginBottom: 6 });
const Number = styled('span')(({ theme }) => ({ ...theme.typography.subtitle1, fontWeight: 600, minWidth: 32 }));
const Typed = styled('span')(({ theme }) => ({ ...theme.typography.caption, color: theme.palette.warning.main }));
/** The theme colours every icon button alike; one that can do nothing now has to look so. */
const Tools = styled('div')({ display: 'flex', marginInlineStart: 'auto', '& .Mui-disabled': { opacity: 0.35 } });
const Inside = styled('ol')(({ theme }) => ({ margin: 0, paddingInlineStart: theme.spacing(3), [theme.breakpoints.down('sm')]: { paddingInlineStart: theme.spacing(1) } }));

interface ClauseItemProps { readonly clause: Clause; readonly index: number; readonly above: string; readonly count: number; readonly keysId: string }

/** One clause and those inside it. `above`: places of the clauses around it, so that an unchanged clause is not drawn again. */
export const ClauseItem = memo(function ClauseItem({ clause, index, above, count, keysId }: ClauseItemProps) {
  const tree = useClauseTree();
  const { store, locale, idPrefix } = useForm();
  const messages = useMessages().clause;
  const path: ClausePath = [...(above === '' ? [] : above.split('.').map((place) => parseInt(place, 10))), index];
  const pointer = pathOfPointer(tree.root, path, tree.children);
  const fieldPath = `${tree.path}[**]`;
  const number = numberOf(path);
  const snapshot = useField(pointer, fieldPath);
  const inside = childrenOf(clause);
  const typed = clause.numberAsTyped;
  return (
    <Item>
      <Body role="group" aria-label={messages.number(number)} id={elementId(idPrefix, pointer)} tabIndex={-1}>
        <Head>
          <Number aria-hidden>{number}.</Number>
          <Select
            native size="small" value={clause.type} inputProps={{ 'aria-label': `${messages.number(number)}. ${messages.type}`, id: elementId(idPrefix, `${pointer}/type`) }}
            onChange={(event) => store.set(`${pointer}/type`, event.target.value, true)}
          >
            {tree.field.clauseTypes.map(({ value, label }) => <option key={value} value={value}>{textIn(label, locale)}</option>)}
          </Select>
          {typed === undefined || typed.replace(/\.$/u, '') === number ? null : <Typed>{messages.numberAsTyped(typed)}</Typed>}
          <ClauseTools path={path} count={count} />
        </Head>
        <ClauseText pointer={`${pointer}/text`} fieldPath={`${fieldPath}.text`} path={path} number={number} keysId={keysId} />
        <ClauseDetails clause={clause} pointer={pointer} fieldPath={fieldPath} />
        <FieldMessages id={elementId(idPrefix, pointer)} snapshot={snapshot} />
      </Body>
      {inside.length === 0 ? null : (
        <Inside>
          {inside.map((child, place) => <ClauseItem key={child.id} clause={child} index={place} above={path.join('.')} count={inside.length} keysId={keysId} />)}
        </Inside>
      )}
    </Item>
  );
});

function ClauseTools({ path, count }: { readonly path: ClausePath; readonly count: number }) {
  const { actions, maxDepth } = useClauseTree();
  const messages = useMessages().clause;
  const index = path.at(-1) ?? 0;
  const tool = (label: string, icon: ReactElement, act: () => void, disabled = false) => (
    <Tooltip title={label} disableInteractive>
      <span>
        <IconButton size="small" aria-label={label} disabled={disabled} onClick={act}>{icon}</IconButton>
      </span>
    </Tooltip>
  );
  return (
    <Tools role="group" aria-label={messages.actions(numberOf(path))}>
      {tool(messages.outdent, <OutdentIcon fontSize="small" />, () => actions.outdent(path), path.length === 1)}
      {tool(messages.indent, <IndentIcon fontSize="small" />, () => actions.indent(path), index === 0 || path.length >= maxDepth)}
      {tool(messages.moveUp, <UpIcon fontSize="small" />, () => actions.shift(path, -1), index === 0)}
      {tool(messages.moveDown, <DownIcon fontSize="small" />, () => actions.shift(path, 1), index === count - 1)}
      {tool(messages.addInside, <AddIcon fontSize="small" />, () => actions.addInside(path), path.length >= maxDepth)}
      {tool(messages.remove, <DeleteIcon fontSize="small" />, () => actions.remove(path))}
    </Tools>
  );
}

import { styled } from '@mui/material/styles';
import { referencesIn } from '../fields/party-list.js';
import { ReferenceTitle } from '../fields/reference-reading.js';
import { ReadingValue } from '../fields/field-parts.js';
import { FieldMessages } from '../field-frame.js';
import { elementId, useField, useForm, useMessages } from '../form-context.js';
import type { FieldOf } from '../lookups.js';
import { dateInWords } from '../../common/date-text.js';
import type { RendererMessages } from '../messages.ru.js';
import { flatten, pathOfPointer, type Clause, type PlacedClause } from './clause.js';

const List = styled('ol')({ listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: 10 });
const Line = styled('li')(({ theme }) => ({ ...theme.typography.body1, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: 10, breakInside: 'avoid' }));
const Text = styled('div')({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' });
const Facts = styled('div')(({ theme }) => ({ ...theme.typography.body2, color: theme.palette.text.secondary, display: 'flex', flexWrap: 'wrap', columnGap: 16 }));

/** The clauses as a document prints them, with what is on control under each. */
export function ClauseReading({ clauses, pointer, path }: { readonly field: FieldOf<'clauseTree'>; readonly clauses: readonly Clause[]; readonly pointer: string; readonly path: string }) {
  const messages = useMessages();
  if (clauses.length === 0) return <ReadingValue empty={messages.notFilled}>{''}</ReadingValue>;
  const children = path.split('.').at(-1) ?? path;
  return (
    <List>
      {flatten(clauses).map((placed) => <Read key={placed.clause.id} placed={placed} pointer={pathOfPointer(pointer, placed.path, children)} path={path} />)}
    </List>
  );
}

function Read({ placed: { clause, number, path: place }, pointer, path }: { readonly placed: PlacedClause; readonly pointer: string; readonly path: string }) {
  const { idPrefix } = useForm();
  const messages = useMessages().clause;
  const whole = useField(pointer, `${path}[**]`);
  const text = useField(`${pointer}/text`, `${path}[**].text`);
  const due = dueText(clause, messages);
  const coExecutors = referencesIn(clause['coExecutors']);
  return (
    <Line id={elementId(idPrefix, pointer)} tabIndex={-1} style={{ paddingInlineStart: (place.length - 1) * 20 }}>
      <span>{number}.</span>
      <div>
        <Text>{clause.text ?? ''}</Text>
        <Facts>
          {typeof clause['executor'] === 'string' ? <span>{messages.executor}: <ReferenceTitle reference={clause['executor']} plain /></span> : null}
          {coExecutors.length === 0 ? null : <span>{messages.coExecutors}: {coExecutors.map((reference, index) => <span key={reference}>{index > 0 ? ', ' : ''}<ReferenceTitle reference={reference} plain /></span>)}</span>}
          {due === null ? null : <span>{messages.due}: {due}</span>}
          {typeof clause['resultKind'] === 'string' ? <span>{messages.result}: {clause['resultKind']}</span> : null}
          {typeof clause['controller'] === 'string' ? <span>{messages.controller}: <ReferenceTitle reference={clause['controller']} plain /></span> : null}
        </Facts>
        <FieldMessages id={elementId(idPrefix, `${pointer}/text`)} snapshot={text} />
        <FieldMessages id={elementId(idPrefix, pointer)} snapshot={whole} />
      </div>
    </Line>
  );
}

function dueText(clause: Clause, messages: RendererMessages['clause']): string | null {
  const { dueMode, due, period } = clause;
  if (dueMode === 'periodic') return typeof period === 'string' ? (messages.periods[period as keyof typeof messages.periods] ?? period) : messages.dueModes.periodic;
  if (dueMode === 'constant' || dueMode === 'until-cancelled') return messages.dueModes[dueMode];
  return typeof due === 'string' ? (dateInWords(due) ?? due) : null;
}

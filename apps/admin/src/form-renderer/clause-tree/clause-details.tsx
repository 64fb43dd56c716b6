import Select from '@mui/material/Select';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { textIn } from '@reglament/contracts';
import type { ReactNode } from 'react';
import { DateBox } from '../fields/date-box.js';
import { asText, inputAria, TextBox } from '../fields/field-parts.js';
import { PartyList } from '../fields/party-list.js';
import { ReferencePicker } from '../fields/reference-picker.js';
import { FieldFrame, useFrameIds } from '../field-frame.js';
import { useField, useForm, useMessages } from '../form-context.js';
import type { FieldSnapshot } from '../store/form-store.js';
import { useClauseTree } from './clause-context.js';
import type { Clause } from './clause.js';

const Grid = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))',
  gap: theme.spacing(1),
  marginTop: theme.spacing(1),
  '& > *': { minWidth: 0 },
  [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
}));

interface PartProps { readonly pointer: string; readonly fieldPath: string }

/** Executor, term, result and controller: what the clause's type asks for, and what it holds already though it is not asked any more. */
export function ClauseDetails({ clause, pointer, fieldPath }: { readonly clause: Clause } & PartProps) {
  const { field, clauseNode } = useClauseTree();
  const messages = useMessages().clause;
  const asks = field.clauseTypes.find(({ value }) => value === clause.type)?.asks ?? [];
  const has = (name: string) => clauseNode?.kind === 'object' && clauseNode.properties.has(name);
  const shows = (name: string, ask: (typeof asks)[number]) => has(name) && (asks.includes(ask) || clause[name] !== undefined);
  const part = (name: string): PartProps => ({ pointer: `${pointer}/${name}`, fieldPath: `${fieldPath}.${name}` });
  const parts: ReactNode[] = [
    shows('executor', 'executor') ? <Party key="executor" {...part('executor')} label={messages.executor} note={asTyped(clause, messages.asTyped)} /> : null,
    shows('coExecutors', 'coExecutors') ? <CoExecutors key="coExecutors" {...part('coExecutors')} /> : null,
    shows('due', 'due') || shows('dueMode', 'due') ? <Due key="due" clause={clause} pointer={pointer} fieldPath={fieldPath} /> : null,
    shows('resultKind', 'result') ? <Result key="result" {...part('resultKind')} /> : null,
    shows('controller', 'controller') ? <Party key="controller" {...part('controller')} label={messages.controller} note={null} /> : null,
  ].filter((shown) => shown !== null);
  return parts.length === 0 ? null : <Grid>{parts}</Grid>;
}

function asTyped(clause: Clause, words: (text: string) => string): ReactNode {
  const typed = clause['executorAsTyped'];
  return typeof typed === 'string' && typed !== '' ? <Typography variant="caption" color="text.secondary">{words(typed)}</Typography> : null;
}

function Party({ pointer, fieldPath, label, note }: PartProps & { readonly label: string; readonly note: ReactNode }) {
  const { store, lookups } = useForm();
  const { field } = useClauseTree();
  const messages = useMessages();
  const snapshot = useField(pointer, fieldPath);
  const ids = useFrameIds(pointer, {}, snapshot);
  return (
    <FieldFrame field={{ label }} pointer={pointer} snapshot={snapshot} note={note}>
      <ReferencePicker
        id={ids.input} value={typeof snapshot.value === 'string' ? snapshot.value : null} invalid={snapshot.error !== null}
        placeholder={messages.searchParty} inputProps={inputAria(ids, snapshot)}
        search={(text, signal) => lookups.searchParties({ text, types: field.executorTypes ?? null, role: null }, signal)}
        onPick={(picked) => store.set(pointer, picked?.reference, true)} onLeave={() => store.touch(pointer)}
      />
    </FieldFrame>
  );
}

function CoExecutors({ pointer, fieldPath }: PartProps) {
  const { field } = useClauseTree();
  const snapshot = useField(pointer, fieldPath);
  return (
    <FieldFrame field={{ label: useMessages().clause.coExecutors }} pointer={pointer} snapshot={snapshot}>
      <PartyList pointer={pointer} snapshot={snapshot} types={field.executorTypes ?? null} role={null} />
    </FieldFrame>
  );
}

function Result({ pointer, fieldPath }: PartProps) {
  const { store } = useForm();
  const messages = useMessages().clause;
  const snapshot = useField(pointer, fieldPath);
  const ids = useFrameIds(pointer, {}, snapshot);
  return (
    <FieldFrame field={{ label: messages.result }} pointer={pointer} snapshot={snapshot}>
      <TextBox
        size="small" value={asText(snapshot.value)} placeholder={messages.resultPlaceholder} error={snapshot.error !== null} inputProps={inputAria(ids, snapshot)}
        onChange={(event) => store.set(pointer, event.target.value || undefined)} onBlur={() => store.touch(pointer)}
      />
    </FieldFrame>
  );
}

const MODES = ['date', 'constant', 'until-cancelled', 'periodic'] as const;
const PERIODS = ['P1W', 'P1M', 'P3M', 'P6M', 'P1Y'] as const;

/** The term: a date by default; where the schema knows kinds of terms, another kind takes the date's place. */
function Due({ clause, pointer, fieldPath }: { readonly clause: Clause } & PartProps) {
  const { store } = useForm();
  const { clauseNode } = useClauseTree();
  const messages = useMessages().clause;
  const due = useField(`${pointer}/due`, `${fieldPath}.due`);
  const mode = useField(`${pointer}/dueMode`, `${fieldPath}.dueMode`);
  const allowed = clauseNode?.kind === 'object' ? clauseNode.properties.get('dueMode')?.schema['enum'] : undefined;
  const modes = MODES.filter((one) => Array.isArray(allowed) && allowed.includes(one));
  const chosen = typeof mode.value === 'string' ? mode.value : 'date';
  const choose = (next: string) => {
    const { due: _due, period: _period, dueMode: _mode, ...rest } = clause;
    const kept = next === 'date' && clause['due'] !== undefined ? { due: clause['due'] } : {};
    store.set(pointer, { ...rest, ...kept, ...(next === 'date' ? {} : { dueMode: next }), ...(next === 'periodic' ? { period: 'P1M' } : {}) }, true);
  };
  const modeIds = useFrameIds(`${pointer}/dueMode`, {}, mode);
  return (
    <>
      {modes.length === 0 ? null : (
        <FieldFrame field={{ label: messages.dueMode }} pointer={`${pointer}/dueMode`} snapshot={mode}>
          <Select native size="small" value={chosen} inputProps={inputAria(modeIds, mode)} onChange={(event) => choose(event.target.value)}>
            {modes.map((one) => <option key={one} value={one}>{messages.dueModes[one]}</option>)}
          </Select>
        </FieldFrame>
      )}
      {chosen === 'date' ? <DueDate pointer={`${pointer}/due`} snapshot={due} /> : null}
      {chosen === 'periodic' ? <Period pointer={`${pointer}/period`} fieldPath={`${fieldPath}.period`} /> : null}
    </>
  );
}

function DueDate({ pointer, snapshot }: { readonly pointer: string; readonly snapshot: FieldSnapshot }) {
  const { store } = useForm();
  const messages = useMessages().clause;
  const ids = useFrameIds(pointer, {}, snapshot);
  return (
    <FieldFrame field={{ label: messages.due }} pointer={pointer} snapshot={snapshot}>
      <DateBox value={snapshot.value} invalid={snapshot.error !== null} inputProps={inputAria(ids, snapshot)} onValue={(value) => store.set(pointer, value)} onLeave={() => store.touch(pointer)} />
    </FieldFrame>
  );
}

function Period({ pointer, fieldPath }: PartProps) {
  const { store } = useForm();
  const messages = useMessages().clause;
  const snapshot = useField(pointer, fieldPath);
  const ids = useFrameIds(pointer, {}, snapshot);
  const value = asText(snapshot.value);
  return (
    <FieldFrame field={{ label: messages.period }} pointer={pointer} snapshot={snapshot}>
      <Select native size="small" value={value} inputProps={inputAria(ids, snapshot)} onChange={(event) => store.set(pointer, event.target.value, true)}>
        {PERIODS.map((period) => <option key={period} value={period}>{messages.periods[period]}</option>)}
        {value === '' || PERIODS.some((period) => period === value) ? null : <option value={value}>{value}</option>}
      </Select>
    </FieldFrame>
  );
}

export function typeLabel(types: readonly { readonly value: string; readonly label: Parameters<typeof textIn>[0] }[], value: string, locale: 'ru' | 'en'): string {
  const found = types.find((type) => type.value === value);
  return found === undefined ? value : textIn(found.label, locale);
}

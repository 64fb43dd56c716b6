import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined';
import InfoIcon from '@mui/icons-material/InfoOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { FormField } from '@reglament/contracts';
import type { ReactNode } from 'react';
import { useElementId, useForm, useMessages, useText } from './form-context.js';
import { valueText } from './print/value-text.js';
import type { FieldSnapshot } from './store/form-store.js';

const Frame = styled('div')({ display: 'flex', flexDirection: 'column', gap: 4, minWidth: 0 });

const Label = styled('label')(({ theme }) => ({ ...theme.typography.body2, fontWeight: 500, color: theme.palette.text.primary, cursor: 'inherit' }));

const GroupLabel = Label.withComponent('span');

/** Over rows and trees, whose fields have names of their own. */
const PartLabel = styled('span')(({ theme }) => ({ ...theme.typography.h3 }));

/** Of a value that is only read: the value is what is looked for, its name stands back. */
const ReadingLabel = styled('span')(({ theme }) => ({ ...theme.typography.caption, color: theme.palette.text.secondary }));

const Note = styled('p')(({ theme }) => ({ ...theme.typography.caption, color: theme.palette.text.secondary, margin: 0 }));

const Message = styled('p', { shouldForwardProp: (name) => name !== 'tone' })<{ tone: 'error' | 'warning' }>(({ theme, tone }) => ({
  ...theme.typography.body2,
  display: 'flex',
  alignItems: 'flex-start',
  gap: 6,
  margin: 0,
  color: theme.palette[tone].main,
  '& svg': { fontSize: 16, marginTop: 2, flex: 'none' },
}));

const Conflict = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  border: `1px solid ${theme.palette.warning.main}`,
  borderRadius: theme.shape.borderRadius,
  padding: theme.spacing(1),
}));

export interface FrameIds { readonly input: string; readonly label: string; readonly describedBy: string | undefined }

export function useFrameIds(pointer: string, field: { readonly help?: unknown }, snapshot: FieldSnapshot): FrameIds {
  const input = useElementId(pointer);
  const parts = [
    field.help === undefined ? null : `${input}-help`,
    snapshot.error === null ? null : `${input}-error`,
    snapshot.warnings.length + snapshot.findings.length === 0 ? null : `${input}-notes`,
  ].filter((id) => id !== null);
  return { input, label: `${input}-label`, describedBy: parts.length === 0 ? undefined : parts.join(' ') };
}

interface FieldFrameProps {
  readonly field: Pick<FormField, 'help'> & { readonly label?: FormField['label'] };
  readonly pointer: string;
  readonly snapshot: FieldSnapshot;
  /** A group of controls is named by `aria-labelledby`; a `label` element would belong to one of them. */
  readonly group?: boolean;
  /** The group is a part of the form with fields of its own. */
  readonly part?: boolean;
  /** Nothing can be changed here. */
  readonly reading?: boolean;
  /** The control shows the label itself (a checkbox). */
  readonly bare?: boolean;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** Label above, help, the control, then what is wrong: the same for every widget, tied together by ids. */
export function FieldFrame({ field, pointer, snapshot, group = false, part = false, reading = false, bare = false, note, children }: FieldFrameProps) {
  const ids = useFrameIds(pointer, field, snapshot);
  const text = useText();
  const Name = part ? PartLabel : reading ? ReadingLabel : group ? GroupLabel : Label;
  return (
    <Frame>
      {bare || field.label === undefined ? null : (
        <Name id={ids.label} className="field-label" {...(group || part || reading ? {} : { htmlFor: ids.input })}>
          {text(field.label)}
          {snapshot.required && !snapshot.readOnly ? <span aria-hidden>{' *'}</span> : null}
        </Name>
      )}
      {field.help === undefined || reading ? null : <Note id={`${ids.input}-help`}>{text(field.help)}</Note>}
      {children}
      {note}
      <FieldMessages id={ids.input} snapshot={snapshot} />
      {snapshot.conflict === null ? null : <ConflictChoice pointer={pointer} theirs={snapshot.conflict.theirs} />}
    </Frame>
  );
}

export function FieldMessages({ id, snapshot }: { readonly id: string; readonly snapshot: FieldSnapshot }) {
  const notes = snapshot.warnings.length + snapshot.findings.length;
  return (
    <>
      {snapshot.error === null ? null : <Message id={`${id}-error`} tone="error"><ErrorIcon aria-hidden />{snapshot.error}</Message>}
      {notes === 0 ? null : (
        <div id={`${id}-notes`}>
          {snapshot.warnings.map((warning) => <Message key={warning} tone="warning"><InfoIcon aria-hidden />{warning}</Message>)}
          {snapshot.findings.map(({ code, message, remedy, severity }) => (
            <Message key={code + message} tone={severity}>
              {severity === 'error' ? <ErrorIcon aria-hidden /> : <InfoIcon aria-hidden />}
              <span>{sentences(message, remedy)}</span>
            </Message>
          ))}
        </div>
      )}
    </>
  );
}

/** What is wrong and what to do, as two sentences. */
const sentences = (message: string, remedy: string | undefined): string => (remedy === undefined ? message : `${/[.!?…:]$/u.test(message) ? message : `${message}.`} ${remedy}`);

function ConflictChoice({ pointer, theirs }: { readonly pointer: string; readonly theirs: unknown }) {
  const { store, locale } = useForm();
  const messages = useMessages();
  return (
    <Conflict role="group" aria-label={messages.conflictTitle}>
      {messages.conflictTitle} <strong>{valueText(theirs, locale) || messages.notFilled}</strong>
      <div>
        <Button size="small" onClick={() => store.resolveConflict(pointer, true)}>{messages.takeTheirs}</Button>
        <Button size="small" onClick={() => store.resolveConflict(pointer, false)}>{messages.keepMine}</Button>
      </div>
    </Conflict>
  );
}

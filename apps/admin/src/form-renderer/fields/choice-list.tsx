import { styled } from '@mui/material/styles';
import type { FrameIds } from '../field-frame.js';
import type { FieldSnapshot } from '../store/form-store.js';
import type { Choice } from './options.js';

const List = styled('div')({ display: 'flex', flexDirection: 'column', gap: 2 });

const Line = styled('label')(({ theme }) => ({
  ...theme.typography.body1,
  display: 'flex',
  alignItems: 'flex-start',
  gap: 10,
  padding: '5px 8px',
  minHeight: 32,
  borderRadius: theme.shape.borderRadius,
  cursor: 'pointer',
  '&:hover': { background: theme.palette.action.hover },
  '& input': { width: 18, height: 18, margin: '2px 0 0', flex: 'none', accentColor: theme.palette.primary.main, cursor: 'inherit' },
}));

const Description = styled('span')(({ theme }) => ({ ...theme.typography.caption, display: 'block', color: theme.palette.text.secondary }));

interface ChoiceListProps {
  readonly type: 'radio' | 'checkbox';
  readonly choices: readonly Choice[];
  readonly ids: FrameIds;
  readonly snapshot: FieldSnapshot;
  readonly isChosen: (choice: Choice) => boolean;
  readonly onChoice: (choice: Choice, chosen: boolean) => void;
  readonly onLeave: () => void;
}

/** Native radio buttons or check boxes in a named group; the first carries the field's id, so that a link to an error finds it. */
export function ChoiceList({ type, choices, ids, snapshot, isChosen, onChoice, onLeave }: ChoiceListProps) {
  return (
    <List
      role={type === 'radio' ? 'radiogroup' : 'group'} aria-labelledby={ids.label} aria-describedby={ids.describedBy}
      {...(type === 'radio' ? { 'aria-invalid': snapshot.error !== null || undefined, 'aria-required': snapshot.required || undefined } : {})}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave();
      }}
    >
      {choices.map((choice, index) => (
        <Line key={choice.key}>
          <input
            type={type} id={index === 0 ? ids.input : undefined} name={ids.input} checked={isChosen(choice)}
            onChange={(event) => onChoice(choice, event.target.checked)}
          />
          <span>{choice.label}{choice.description === null ? null : <Description>{choice.description}</Description>}</span>
        </Line>
      ))}
    </List>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import type { DraftSaved } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { colour } from '../theme/tokens.js';
import { plainText } from './plain-text.js';

interface ConflictDialogProps {
  readonly conflicts: DraftSaved['conflicts'];
  readonly labelOf: (pointer: string) => string;
  /** Pointers for which the other side's value was chosen. */
  readonly onDone: (theirs: ReadonlySet<string>) => void;
}

/** The same field was changed here and elsewhere: both values are shown, a person chooses, nothing is lost silently. */
export function ConflictDialog({ conflicts, labelOf, onDone }: ConflictDialogProps) {
  const translate = useTranslate();
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  if (conflicts.length === 0) return null;
  const choose = (pointer: string, other: boolean): void => {
    const next = new Set(theirs);
    if (other) next.add(pointer);
    else next.delete(pointer);
    setTheirs(next);
  };
  return (
    <Dialog open maxWidth="sm" fullWidth aria-labelledby="conflict-title">
      <DialogTitle id="conflict-title">{translate('conflict.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2, color: 'text.secondary' }}>{translate('conflict.text')}</Typography>
        {conflicts.map(({ pointer, mine, theirs: other }) => (
          <Box component="fieldset" key={pointer} sx={{ border: `1px solid ${colour.line}`, borderRadius: '10px', p: 1.5, mb: 1.5, mx: 0 }}>
            <Box component="legend" sx={{ fontWeight: 600, px: 0.5 }}>{labelOf(pointer)}</Box>
            <RadioGroup value={theirs.has(pointer) ? 'theirs' : 'mine'} onChange={(_event, value) => choose(pointer, value === 'theirs')}>
              <FormControlLabel value="mine" control={<Radio size="small" />} label={<Side title={translate('conflict.mine')} value={mine} />} />
              <FormControlLabel value="theirs" control={<Radio size="small" />} label={<Side title={translate('conflict.theirs')} value={other} />} />
            </RadioGroup>
          </Box>
        ))}
      </DialogContent>
      <DialogActions><Button variant="contained" onClick={() => onDone(theirs)}>{translate('conflict.keep')}</Button></DialogActions>
    </Dialog>
  );
}

function Side({ title, value }: { readonly title: string; readonly value: unknown }) {
  const translate = useTranslate();
  return (
    <Box sx={{ py: 0.5 }}>
      <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{title}</Box>
      <Box>{plainText(value) || translate('conflict.empty')}</Box>
    </Box>
  );
}

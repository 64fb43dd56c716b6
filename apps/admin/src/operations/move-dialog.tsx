import type { CasePlace, CaseStart } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { AskDialog } from '../common/ask-dialog.js';
import { SelectBox } from '../common/select-box.js';
import { placeKey } from './planned-change.js';

interface MoveDialogProps { readonly place: CasePlace; readonly starts: readonly CaseStart[]; readonly onMove: (start: CaseStart) => void; readonly onClose: () => void }

/** Where a place is moved to: a step of the same scope. */
export function MoveDialog({ place, starts, onMove, onClose }: MoveDialogProps) {
  const translate = useTranslate();
  const [chosen, setChosen] = useState('');
  const start = starts.find((each) => placeKey(each) === chosen);
  return (
    <AskDialog title={translate('operation.moveTo', { title: place.title })} verb={translate('operation.move')} ready={start !== undefined} busy={false} error={null} onClose={onClose} onSend={() => { if (start) onMove(start); }}>
      <SelectBox label={translate('operation.startLabel')} value={chosen} onChange={setChosen} choices={starts.map((each) => ({ key: placeKey(each), title: each.title }))} />
    </AskDialog>
  );
}

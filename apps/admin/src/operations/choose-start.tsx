import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { CaseStart } from '@reglament/contracts';
import { useState } from 'react';
import { SelectBox } from '../common/select-box.js';
import { placeKey } from './planned-change.js';

/** A step of an open scope, to be started. */
export function ChooseStart({ starts, label, verb, onChoose }: { readonly starts: readonly CaseStart[]; readonly label: string; readonly verb: string; readonly onChoose: (start: CaseStart) => void }) {
  const [chosen, setChosen] = useState('');
  const start = starts.find((each) => placeKey(each) === chosen);
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <SelectBox label={label} value={chosen} onChange={setChosen} choices={starts.map((each) => ({ key: placeKey(each), title: each.scopeTitle === null ? each.title : `${each.scopeTitle}: ${each.title}` }))} />
      <Button variant="outlined" disabled={start === undefined} onClick={() => { if (start) onChoose(start); }} sx={{ minHeight: 40 }}>{verb}</Button>
    </Box>
  );
}

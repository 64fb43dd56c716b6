import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useListContext, useTranslate } from 'react-admin';
import { useCounts } from '../shell/use-counts.js';
import { colour } from '../theme/tokens.js';
import { readScope, SCOPES } from './scope.js';

function Count({ value }: { readonly value: number }) {
  return <Box component="span" sx={{ ml: 0.75, px: 0.75, borderRadius: '6px', bgcolor: '#e6ebf0', color: colour.ink, fontSize: '0.75rem', lineHeight: '18px', fontWeight: 600 }}>{value}</Box>;
}

export function WorklistTabs() {
  const translate = useTranslate();
  const counts = useCounts();
  const { filterValues, setFilters } = useListContext();
  const count = { mine: counts?.mine, available: counts?.available, team: undefined, done: undefined };
  return (
    <Tabs
      value={readScope(filterValues.scope)}
      onChange={(_event, scope: string) => setFilters({ ...(filterValues as object), scope }, undefined, false)}
      variant="scrollable"
      aria-label={translate('worklist.tabs')}
      sx={{ mb: 1.5, borderBottom: `1px solid ${colour.line}` }}
    >
      {SCOPES.map((scope) => (
        <Tab key={scope} value={scope} label={<span>{translate(`worklist.scope.${scope}`)}{count[scope] === undefined ? null : <Count value={count[scope]} />}</span>} />
      ))}
    </Tabs>
  );
}

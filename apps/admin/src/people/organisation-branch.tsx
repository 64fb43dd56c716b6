import Box from '@mui/material/Box';
import type { OrganisationRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { ToneChip } from '../theme/tone-chip.js';
import { zoneOffset } from './zone.js';
import { colour } from '../theme/tokens.js';

interface OrganisationBranchProps {
  readonly rows: readonly OrganisationRow[];
  readonly children: ReadonlyMap<string | null, readonly OrganisationRow[]>;
  readonly depth?: number;
}

/** A nested list: the tree is read aloud as one and needs no script to be walked. */
export function OrganisationBranch({ rows, children, depth = 0 }: OrganisationBranchProps) {
  const translate = useTranslate();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, pl: depth === 0 ? 0 : 2.5, ml: depth === 0 ? 0 : 1, borderLeft: depth === 0 ? 0 : `1px solid ${colour.line}` }}>
      {rows.map((row) => (
        <Box component="li" key={row.id}>
          <Box sx={{ py: 0.75 }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
              <Box component="span" sx={{ fontWeight: depth === 0 ? 600 : 500 }}>{row.shortName}</Box>
              {row.status === 'closed' ? <ToneChip tone="stopped" label={translate('organisation.closed')} /> : null}
            </Box>
            <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{row.fullName === row.shortName ? null : `${row.fullName} · `}{translate('organisation.zone', { zone: zoneOffset(row.timeZone, new Date()) })}</Box>
          </Box>
          {children.get(row.id) ? <OrganisationBranch rows={children.get(row.id) ?? []} children={children} depth={depth + 1} /> : null}
        </Box>
      ))}
    </Box>
  );
}

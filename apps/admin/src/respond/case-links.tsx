import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { InvitationRow, StateTone } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Dotted } from '../common/dotted.js';
import { formatDate, formatDateTime } from '../common/dates.js';
import { Section } from '../common/section.js';
import { useLanguage } from '../common/use-language.js';
import { useApi } from '../data/use-api.js';
import { ToneChip } from '../theme/tone-chip.js';
import { colour } from '../theme/tokens.js';
import { LinkDialog } from './link-dialog.js';

const TONES: Readonly<Record<InvitationRow['state'], StateTone>> = { open: 'waiting', answered: 'success', closed: 'neutral', expired: 'attention' };
const MAILS = { waiting: 'links.mailWaiting', sent: 'links.mailSent', failed: 'links.mailFailed' } as const;
const SHOWN = 100;

/** Who was asked by a personal link, and a link to hand over; nothing for those who do not look after the case. */
export function CaseLinks({ instance }: { readonly instance: string }) {
  const translate = useTranslate();
  const [asked, setAsked] = useState<InvitationRow | null>(null);
  const rows = useApi<readonly InvitationRow[]>(`/process-instances/${encodeURIComponent(instance)}/invitations`).data ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title={translate('links.title')} flush>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {rows.slice(0, SHOWN).map((row) => <LinkLine key={row.id} row={row} onAsk={() => setAsked(row)} />)}
      </Box>
      {rows.length > SHOWN ? <Box sx={{ p: 2, color: 'text.secondary' }}>{translate('links.more', { count: SHOWN })}</Box> : null}
      {asked ? <LinkDialog row={asked} instance={instance} onClose={() => setAsked(null)} /> : null}
    </Section>
  );
}

const nameOf = (row: InvitationRow): string => [row.part ?? row.taskTitle, row.address].filter(Boolean).join(', ');

function LinkLine({ row, onAsk }: { readonly row: InvitationRow; readonly onAsk: () => void }) {
  const translate = useTranslate();
  const language = useLanguage();
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 2, py: 1.25, '& + li': { borderTop: `1px solid ${colour.line}` } }}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box>{row.part ?? row.taskTitle}</Box>
        <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
          <Dotted>
            {row.address ?? translate('links.noAddress')}
            {row.mail ? translate(MAILS[row.mail]) : ''}
            {row.openedAt ? translate('links.opened', { at: formatDateTime(row.openedAt, language) }) : ''}
            {row.state === 'open' ? translate('links.until', { date: formatDate(row.expiresAt, language) }) : ''}
          </Dotted>
        </Box>
      </Box>
      <ToneChip tone={TONES[row.state]} label={translate(`links.${row.state}`)} />
      {row.state === 'open' ? <Button size="small" variant="outlined" aria-label={translate('links.copyNamed', { name: nameOf(row) })} onClick={onAsk}>{translate('links.copy')}</Button> : null}
    </Box>
  );
}

import Box from '@mui/material/Box';
import type { HistoryRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { Moment } from '../common/moment.js';
import { QueryView } from '../common/query-view.js';
import { Section } from '../common/section.js';
import { StateView } from '../common/states.js';
import { useApi } from '../data/use-api.js';
import { colour } from '../theme/tokens.js';
import { Routes } from './routes.js';
import { SentForm } from './sent-form.js';

/** What happened, newest first, in words of the office. */
export function History({ instance }: { readonly instance: string }) {
  const translate = useTranslate();
  const query = useApi<readonly HistoryRow[]>(`/process-instances/${instance}/history`);
  return (
    <Section>
      <Routes instance={instance} />
      <QueryView query={query}>
        {(rows) => rows.length === 0 ? <StateView title={translate('history.empty')} /> : (
          <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {[...rows].sort((one, other) => other.seq - one.seq).map((row, index) => (
              <Box component="li" key={row.seq} sx={{ position: 'relative', pl: 3, pb: index === rows.length - 1 ? 0 : 2 }}>
                <Box aria-hidden sx={{ position: 'absolute', left: 3, top: 6, width: 9, height: 9, borderRadius: '50%', bgcolor: index === 0 ? 'primary.main' : colour.lineStrong, zIndex: 1 }} />
                {index === rows.length - 1 ? null : <Box aria-hidden sx={{ position: 'absolute', left: 7, top: 10, bottom: -6, width: '1px', bgcolor: colour.line }} />}
                <Box>{row.text}</Box>
                <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
                  <Moment value={row.at} />{row.by ? ` · ${row.by.title}` : ` · ${translate('history.system')}`}
                  {row.forPerson ? ` · ${translate('worklist.insteadOf', { name: row.forPerson.title })}` : ''}
                </Box>
                {row.remark ? <Box sx={{ mt: 0.5, px: 1.25, py: 0.75, bgcolor: colour.canvas, borderRadius: '8px', whiteSpace: 'pre-line' }}>{row.remark}</Box> : null}
                {row.submission ? <SentForm submission={row.submission} what={row.text} /> : null}
              </Box>
            ))}
          </Box>
        )}
      </QueryView>
    </Section>
  );
}

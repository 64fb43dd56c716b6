import Box from '@mui/material/Box';
import type { DocumentView, TaskView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { Facts } from '../common/facts.js';
import { QueryView } from '../common/query-view.js';
import { useApi, useSession } from '../data/use-api.js';
import { colour } from '../theme/tokens.js';

/** What exactly is being signed: the document, its version and the hash of its content (63-ФЗ, simple electronic signature). */
export function SignSummary({ task }: { readonly task: TaskView }) {
  const translate = useTranslate();
  const session = useSession();
  const query = useApi<DocumentView>(task.document ? `/documents/${task.document.id}` : null);
  if (task.document === null) return null;
  return (
    <Box sx={{ border: `1px solid ${colour.line}`, borderRadius: '10px', p: 1.5, bgcolor: colour.raised }}>
      <QueryView query={query} rows={2}>
        {(document) => (
          <Facts facts={[
            { label: translate('sign.document'), value: `${document.kindTitle} «${document.title}»` },
            { label: translate('sign.version'), value: String(document.version) },
            { label: translate('sign.signer'), value: [session?.person.title, task.substituteFor ? translate('worklist.insteadOf', { name: task.substituteFor.title }) : null].filter(Boolean).join(', ') },
            { label: translate('sign.hash'), value: <Box component="code" sx={{ fontSize: '0.75rem', overflowWrap: 'anywhere' }}>{document.contentHash}</Box> },
          ]} />
        )}
      </QueryView>
    </Box>
  );
}

import Box from '@mui/material/Box';
import type { DocumentDiffView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { QueryView } from '../common/query-view.js';
import { useApi } from '../data/use-api.js';
import { colour } from '../theme/tokens.js';
import { TONES } from '../theme/tone.js';

const ADDED = { background: '#d7f2e0', color: TONES.success.text, textDecoration: 'underline', textDecorationThickness: 1 } as const;
const REMOVED = { background: '#fbdedb', color: TONES.stopped.text, textDecoration: 'line-through' } as const;

type Word = DocumentDiffView['parts'][number]['words'][number];

/** Added words are green and underlined, removed ones red and struck through, and a screen reader says which is which. */
function Words({ word }: { readonly word: Word }) {
  const translate = useTranslate();
  if (word.change === 'same') return <>{word.text}</>;
  const added = word.change === 'added';
  return (
    <Box component={added ? 'ins' : 'del'} sx={added ? ADDED : REMOVED}>
      <span className="visually-hidden">{translate(added ? 'diff.addedWords' : 'diff.removedWords')} </span>{word.text}
    </Box>
  );
}

interface DocumentDiffProps {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

export default function DocumentDiff({ id, from, to }: DocumentDiffProps) {
  const translate = useTranslate();
  const query = useApi<DocumentDiffView>(`/documents/${id}/diff`, { from, to });
  return (
    <QueryView query={query} rows={3}>
      {({ parts }) => (
        <Box sx={{ mt: 1, p: 1.5, bgcolor: colour.surface, color: 'text.primary', border: `1px solid ${colour.line}`, borderRadius: '10px', display: 'grid', gap: 1.5 }}>
          {parts.length === 0 ? translate('diff.none') : null}
          {parts.map((part, index) => (
            <Box key={index}>
              <Box sx={{ fontSize: '0.75rem', color: 'text.secondary', mb: 0.25 }}>{part.place} · {translate(`diff.${part.change}`)}</Box>
              <Box sx={{ whiteSpace: 'pre-line' }}>{part.words.map((word, at) => <Words key={at} word={word} />)}</Box>
            </Box>
          ))}
        </Box>
      )}
    </QueryView>
  );
}

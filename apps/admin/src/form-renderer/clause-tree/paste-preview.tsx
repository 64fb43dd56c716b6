import Alert from '@mui/material/Alert';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useForm, useMessages } from '../form-context.js';
import type { ParsedClauseList } from '../lookups.js';
import { flatten, type Clause } from './clause.js';
import { useClauseTree } from './clause-context.js';
import { typeLabel } from './clause-details.js';

const List = styled('ol')(({ theme }) => ({
  listStyle: 'none', margin: theme.spacing(1, 0), padding: 0, maxHeight: '40vh', overflowY: 'auto',
  border: `1px solid ${theme.palette.divider}`, borderRadius: theme.shape.borderRadius,
}));
const Line = styled('li')(({ theme }) => ({
  ...theme.typography.body2, display: 'grid', gridTemplateColumns: '44px 44px minmax(0, 1fr)', gap: 8, padding: '6px 10px',
  borderBottom: `1px solid ${theme.palette.divider}`, '&:last-child': { borderBottom: 0 },
}));
const New = styled('strong')({ fontVariantNumeric: 'tabular-nums' });
const Typed = styled('span', { shouldForwardProp: (name) => name !== 'differs' })<{ differs: boolean }>(({ theme, differs }) => ({
  color: differs ? theme.palette.warning.main : theme.palette.text.secondary, fontWeight: differs ? 600 : 400,
}));
const Kind = styled('span')(({ theme }) => ({ ...theme.typography.caption, color: theme.palette.text.secondary, display: 'block' }));

/** What the text was understood as: the new number, the one that was typed, the words. */
export function PastePreview({ clauses, findings, summary }: Pick<ParsedClauseList, 'findings' | 'summary'> & { readonly clauses: readonly Clause[] }) {
  const { locale } = useForm();
  const messages = useMessages().clause;
  const { field } = useClauseTree();
  const placed = flatten(clauses);
  return (
    <>
      <Typography variant="subtitle1" role="status">{messages.preview(placed.length)}</Typography>
      <Typography variant="body2" color="text.secondary">{messages.previewHelp}</Typography>
      {summary.map((line) => <Typography key={line} variant="body2">{line}</Typography>)}
      {findings.map(({ message, severity }, index) => <Alert key={`${index} ${message}`} severity={severity} sx={{ mt: 1 }}>{message}</Alert>)}
      <List tabIndex={0} aria-label={messages.preview(placed.length)}>
        {placed.map(({ clause, number, path }) => {
          const typed = clause.numberAsTyped;
          const differs = typed !== undefined && typed.replace(/[.)]$/u, '') !== number;
          return (
            <Line key={clause.id} style={{ paddingInlineStart: 10 + (path.length - 1) * 20 }}>
              <New>{number}.</New>
              <Typed differs={differs}>{typed === undefined ? '' : typed}{differs ? <span className="visually-hidden">, {messages.differs}</span> : null}</Typed>
              <span>{clause.text}<Kind>{typeLabel(field.clauseTypes, clause.type, locale)}</Kind></span>
            </Line>
          );
        })}
      </List>
    </>
  );
}

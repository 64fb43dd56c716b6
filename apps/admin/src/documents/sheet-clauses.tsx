import Box from '@mui/material/Box';
import type { DocumentClause, DocumentTable } from '@reglament/contracts';
import { clauseNumber } from './clause-number.js';
import { SheetTable } from './sheet-table.js';

interface SheetClausesProps {
  readonly clauses: readonly DocumentClause[];
  readonly tables: readonly DocumentTable[];
  readonly path?: readonly number[];
}

export function SheetClauses({ clauses, tables, path = [] }: SheetClausesProps) {
  return (
    <>
      {clauses.map((clause, index) => {
        const own = [...path, index];
        const [first = '', ...more] = clause.text.split('\n');
        return (
          <Box key={clause.id} id={`clause-${clause.id}`} sx={{ mt: path.length === 0 ? 0.75 : 0.25 }}>
            <p>{clauseNumber(own)} {first}</p>
            {more.map((paragraph, line) => <p key={line}>{paragraph}</p>)}
            {tables.filter(({ anchor }) => anchor.type === 'after-clause' && anchor.clauseId === clause.id).map((table) => <SheetTable key={table.id} table={table} />)}
            {clause.clauses ? <SheetClauses clauses={clause.clauses} tables={tables} path={own} /> : null}
          </Box>
        );
      })}
    </>
  );
}

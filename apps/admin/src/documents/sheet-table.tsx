import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import type { DocumentTable } from '@reglament/contracts';

const Grid = styled('table')({ width: '100%', borderCollapse: 'collapse', fontSize: '0.85em', lineHeight: 1.35, '& th, & td': { border: '1px solid #444', padding: '4px 8px', verticalAlign: 'top' }, '& th': { fontWeight: 700, textAlign: 'center' } });

export function SheetTable({ table }: { readonly table: DocumentTable }) {
  return (
    <Box sx={{ my: 2, overflowX: 'auto' }} tabIndex={0} role="region" aria-label={table.title ?? table.columns.map(({ title }) => title).join(', ')}>
      <Grid>
        {table.title ? <caption>{table.title}</caption> : null}
        <thead><tr>{table.columns.map((column, index) => <th key={index} scope="col">{column.title}</th>)}</tr></thead>
        <tbody>{table.rows.map((row, at) => <tr key={at}>{row.map((cell, index) => <Box component="td" key={index} sx={{ textAlign: table.columns[index]?.align }}>{cell}</Box>)}</tr>)}</tbody>
      </Grid>
    </Box>
  );
}

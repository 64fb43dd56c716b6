import { styled } from '@mui/material/styles';
import type { FormField } from '@reglament/contracts';
import { nodeAt, parsePath } from '@reglament/forms';
import { memo } from 'react';
import type { FieldGridProps } from './field-grid-props.js';
import { useField } from './form-context.js';
import type { FieldProps } from './fields/field-type.js';
import { fieldTypeOf } from './fields/field-types.js';

/** Twelve columns where there is room; on a phone every field has the full width. */
const Grid = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
  columnGap: theme.spacing(2),
  rowGap: theme.spacing(2),
  [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
}));

const Cell = styled('div')(({ theme }) => ({
  minWidth: 0,
  gridColumn: 'span var(--width)',
  [theme.breakpoints.down('sm')]: { gridColumn: '1 / -1' },
}));

export const FieldGrid = memo(function FieldGrid({ fields, pointer, path, node, reading }: FieldGridProps) {
  return (
    <Grid>
      {fields.map((field) => (
        <FieldCell
          key={field.path} field={field} reading={reading} pointer={`${pointer}/${field.path.replaceAll('.', '/')}`}
          path={path === '' ? field.path : `${path}.${field.path}`} node={node === null ? null : nodeAt(node, parsePath(field.path))}
        />
      ))}
    </Grid>
  );
});

interface FieldCellProps extends FieldProps<FormField['widget']> { readonly reading: boolean }

/** A hidden field is not in the page at all; its value waits in the store. */
const FieldCell = memo(function FieldCell({ reading, ...props }: FieldCellProps) {
  const { hidden, readOnly } = useField(props.pointer, props.path);
  if (hidden) return null;
  const { Input, Reading } = fieldTypeOf(props.field.widget);
  const View = reading || readOnly ? Reading : Input;
  return <Cell style={{ '--width': props.field.width ?? 12 } as React.CSSProperties}><View {...props} /></Cell>;
});

import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { useText } from '../form-context.js';
import type { FieldProps, FieldType } from './field-type.js';

function View({ field }: FieldProps<'info'>) {
  const text = useText();
  const title = field.label === undefined ? null : <Typography variant="h3" component="p">{text(field.label)}</Typography>;
  if (field.tone === undefined || field.tone === 'neutral') return <div>{title}<Typography sx={{ whiteSpace: 'pre-line' }}>{text(field.text)}</Typography></div>;
  return <Alert severity={field.tone} role="note" sx={{ whiteSpace: 'pre-line' }}>{title}{text(field.text)}</Alert>;
}

export const infoField: FieldType<'info'> = { widget: 'info', Input: View, Reading: View };

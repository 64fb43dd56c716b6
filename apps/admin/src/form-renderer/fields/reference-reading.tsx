import { styled } from '@mui/material/styles';
import { useMessages } from '../form-context.js';
import { useReferenceName } from '../reference-names.js';

const Subtitle = styled('span')(({ theme }) => ({ ...theme.typography.caption, color: theme.palette.text.secondary, marginLeft: 6 }));

/** A reference by its name. */
export function ReferenceTitle({ reference, plain = false }: { readonly reference: string; readonly plain?: boolean }) {
  const messages = useMessages();
  const name = useReferenceName(reference);
  if (name === undefined) return <>…</>;
  if (name === null) return <>{messages.unknownReference}</>;
  return <>{name.title}{plain || name.subtitle === undefined ? null : <Subtitle>{name.subtitle}</Subtitle>}</>;
}

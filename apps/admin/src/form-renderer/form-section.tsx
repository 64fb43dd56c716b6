import Paper from '@mui/material/Paper';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import type { FormSection as Section } from '@reglament/contracts';
import { memo } from 'react';
import { FieldGrid } from './field-grid.js';
import { useForm, useText } from './form-context.js';
import { useSectionVisible } from './use-section-visible.js';

/** A section out of sight is laid out when it comes near: a keystroke in one of 600 fields must not lay out all of them. */
const Sheet = styled(Paper)(({ theme }) => ({
  border: `1px solid ${theme.palette.divider}`,
  padding: theme.spacing(2),
  contentVisibility: 'auto',
  containIntrinsicSize: 'auto 480px',
  scrollMarginTop: 80,
  '@media print': { contentVisibility: 'visible', border: 0, padding: 0 },
  [theme.breakpoints.down('sm')]: { padding: theme.spacing(1.5) },
})) as typeof Paper;

const Head = styled('div')(({ theme }) => ({ marginBottom: theme.spacing(1.5) }));

/** One section; while nothing in it is shown, neither is its heading. */
export const FormSectionView = memo(function FormSectionView({ section, reading }: { readonly section: Section; readonly reading: boolean }) {
  const { store, idPrefix } = useForm();
  const text = useText();
  const visible = useSectionVisible(section);
  if (!visible) return null;
  const id = sectionId(idPrefix, section.key);
  return (
    <Sheet component="section" id={id} aria-labelledby={`${id}-title`}>
      <Head>
        <Typography variant="h2" id={`${id}-title`} tabIndex={-1}>{text(section.title)}</Typography>
        {section.description === undefined ? null : <Typography variant="body2" color="text.secondary">{text(section.description)}</Typography>}
      </Head>
      <FieldGrid fields={section.fields} pointer="" path="" node={store.form.structure} reading={reading} />
    </Sheet>
  );
});

export function sectionId(idPrefix: string, key: string): string {
  return `${idPrefix}-section-${key}`;
}

import { styled } from '@mui/material/styles';
import type { FormSection } from '@reglament/contracts';
import { pointerTokens } from '@reglament/forms';
import { useSyncExternalStore } from 'react';
import { useForm, useMessages, useText } from './form-context.js';
import { sectionId } from './form-section.js';
import { useSectionVisible } from './use-section-visible.js';

const Nav = styled('nav')(({ theme }) => ({
  position: 'sticky',
  top: 80,
  alignSelf: 'start',
  maxHeight: 'calc(100vh - 96px)',
  overflowY: 'auto',
  [theme.breakpoints.down('lg')]: { position: 'static', maxHeight: 'none' },
}));

const List = styled('ol')(({ theme }) => ({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  [theme.breakpoints.down('lg')]: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 1.5) },
}));

const Item = styled('a')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'block',
  padding: '6px 10px',
  minHeight: 24,
  borderRadius: theme.shape.borderRadius,
  color: theme.palette.text.secondary,
  textDecoration: 'none',
  '&:hover': { background: theme.palette.action.hover, color: theme.palette.text.primary },
  '& b': { ...theme.typography.caption, display: 'block', color: theme.palette.error.main },
}));

/** The way through a long form: its sections, and where something is to be mended. */
export function SectionList({ sections }: { readonly sections: readonly FormSection[] }) {
  const messages = useMessages();
  return (
    <Nav aria-label={messages.sections} className="no-print">
      <List>{sections.map((section) => <SectionLink key={section.key} section={section} />)}</List>
    </Nav>
  );
}

function SectionLink({ section }: { readonly section: FormSection }) {
  const { store, idPrefix } = useForm();
  const messages = useMessages();
  const text = useText();
  const visible = useSectionVisible(section);
  const { errors } = useSyncExternalStore(store.subscribeForm, store.snapshotForm);
  if (!visible) return null;
  const roots = new Set(section.fields.map(({ path }) => path.split('.')[0]));
  const wrong = errors.filter(({ pointer }) => roots.has(pointerTokens(pointer)[0] ?? '')).length;
  const id = sectionId(idPrefix, section.key);
  return (
    <li>
      <Item
        href={`#${id}`}
        onClick={(event) => {
          // The page's address belongs to its router, not to a place in the form.
          event.preventDefault();
          document.getElementById(id)?.scrollIntoView({ block: 'start' });
          document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
        }}
      >
        {text(section.title)}
        {wrong === 0 ? null : <b>{messages.sectionErrors(wrong)}</b>}
      </Item>
    </li>
  );
}

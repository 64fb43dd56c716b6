import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import DownIcon from '@mui/icons-material/KeyboardArrowDown';
import UpIcon from '@mui/icons-material/KeyboardArrowUp';
import type { FormDefinition } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { LocalizedBox } from './localized-box.js';
import { moveSection, patchSection, removeSection } from './model/edit-form.js';
import type { Edit } from './question-limits.js';

interface SectionHeadProps { readonly form: FormDefinition; readonly at: number; readonly english: boolean; readonly wrong: readonly string[]; readonly edit: Edit }

/** A section's title and place. Taking a section away never takes its questions with it. */
export function SectionHead({ form, at, english, wrong, edit }: SectionHeadProps) {
  const translate = useTranslate();
  const section = form.ui.sections[at];
  if (!section) return null;
  const several = form.ui.sections.length > 1;
  const number = at + 1;
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.5 }}>
      <LocalizedBox required label={translate('builder.section', { number })} value={section.title} english={english} error={wrong.length > 0 ? wrong.join(' ') : undefined}
        onChange={(title) => edit((before) => patchSection(before, at, { title: title ?? { ru: '' } }), `section:${section.key}`)} />
      {several ? (
        <>
          <IconButton size="small" aria-label={translate('builder.sectionUp', { number })} disabled={at === 0} onClick={() => edit((before) => moveSection(before, at, -1))}><UpIcon /></IconButton>
          <IconButton size="small" aria-label={translate('builder.sectionDown', { number })} disabled={number === form.ui.sections.length} onClick={() => edit((before) => moveSection(before, at, 1))}><DownIcon /></IconButton>
          <IconButton size="small" aria-label={translate('builder.sectionRemove', { number })} onClick={() => edit((before) => removeSection(before, at))}><DeleteIcon /></IconButton>
        </>
      ) : null}
    </Box>
  );
}

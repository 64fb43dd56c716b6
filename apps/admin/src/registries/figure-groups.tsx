import ExpandIcon from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import type { FigureGroupView, RegistryFigureView } from '@reglament/contracts';
import { useId, useState } from 'react';
import { useLanguage } from '../common/use-language.js';
import { numberText } from '../summary/figures.js';
import { colour } from '../theme/tokens.js';
import { Bar } from './figure-tile.js';
import { useChosenFigure } from './use-chosen-figure.js';

type Groups = Extract<RegistryFigureView, { readonly type: 'groups' }>;

/** How many there are of each, as bars of the whole. On a phone behind its title, so that the records are not pushed out of sight. */
export function FigureGroups({ figure }: { readonly figure: Groups }) {
  const id = useId();
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const [open, setOpen] = useState(false);
  if (figure.groups.length === 0) return null;
  return (
    <Box sx={{ px: { xs: 1.5, sm: 2 }, pb: { xs: 1, sm: 2 } }}>
      {phone
        ? <Button size="small" color="secondary" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} endIcon={<ExpandIcon sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />} sx={{ minHeight: 44 }}>{figure.title}</Button>
        : <Box component="h3" sx={{ m: 0, mb: 0.5, fontSize: '0.75rem', fontWeight: 500, color: 'text.secondary' }}>{figure.title}</Box>}
      {phone && !open ? null : (
        <Box component="ul" id={id} aria-label={figure.title} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fill, minmax(220px, 1fr))' } }}>
          {figure.groups.map((group) => <Box component="li" key={group.value ?? ''} sx={{ display: 'grid' }}><Group figure={figure} group={group} /></Box>)}
        </Box>
      )}
    </Box>
  );
}

function Group({ figure, group: { value, title, count } }: { readonly figure: Groups; readonly group: FigureGroupView }) {
  const language = useLanguage();
  const { chosen, choose } = useChosenFigure();
  const pressed = chosen?.figure === figure.key && chosen.group === value;
  const percent = figure.of === 0 ? 0 : (100 * count) / figure.of;
  const says = (
    <>
      <Box component="span" sx={{ display: 'flex', gap: 1, fontSize: '0.8125rem' }}>
        <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{title}</Box>
        <Box component="strong" sx={{ fontVariantNumeric: 'tabular-nums' }}>{numberText(count, language)}</Box>
      </Box>
      <Bar percent={percent} />
    </>
  );
  // Records that have no value at all are none that a value could be asked for.
  if (value === null) return <Box sx={{ px: 1, py: 0.75 }}>{says}</Box>;
  return (
    <ButtonBase
      focusRipple aria-pressed={pressed} onClick={() => choose(pressed ? null : { figure: figure.key, group: value })}
      sx={{ display: 'block', textAlign: 'left', minHeight: { xs: 44, sm: 36 }, mx: -1, px: 1, py: 0.75, borderRadius: '6px', fontFamily: 'inherit', color: 'text.primary', bgcolor: pressed ? colour.brandTint : 'transparent', '&:hover': { bgcolor: colour.brandTint } }}
    >
      {says}
    </ButtonBase>
  );
}

import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { RegistryFigureView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { useLanguage } from '../common/use-language.js';
import { numberText, percentText } from '../summary/figures.js';
import { colour } from '../theme/tokens.js';
import { useChosenFigure } from './use-chosen-figure.js';

/** One figure: what it is called, what it comes to and of how many. Pressed, the list below shows the records behind it; pressed again, all of them. */
export function FigureTile({ figure }: { readonly figure: RegistryFigureView }) {
  const { chosen, choose } = useChosenFigure();
  const pressed = chosen?.figure === figure.key;
  return (
    <ButtonBase
      focusRipple aria-pressed={pressed} onClick={() => choose(pressed ? null : { figure: figure.key })}
      sx={{
        display: 'flex', flexDirection: 'column', alignItems: 'stretch', justifyContent: 'flex-start', textAlign: 'left', minHeight: 44, p: 1.5, borderRadius: '8px', fontFamily: 'inherit',
        border: `1px solid ${pressed ? colour.brand : colour.line}`, bgcolor: pressed ? colour.brandTint : colour.surface, '&:hover': { borderColor: colour.brand },
      }}
    >
      <Box component="span" sx={{ fontSize: '0.75rem', lineHeight: 1.45, color: 'text.secondary', overflowWrap: 'anywhere' }}>{figure.title}</Box>
      <Value figure={figure} />
    </ButtonBase>
  );
}

const big = { fontSize: { xs: '1.125rem', sm: '1.375rem' }, lineHeight: 1.3, fontWeight: 600, fontVariantNumeric: 'tabular-nums', color: 'text.primary' } as const;
const beside = { fontSize: '0.875rem', fontWeight: 400, color: 'text.secondary', whiteSpace: 'nowrap' } as const;

function Value({ figure }: { readonly figure: RegistryFigureView }) {
  const translate = useTranslate();
  const language = useLanguage();
  switch (figure.type) {
    case 'count': return <Box component="span" sx={big}>{numberText(figure.count, language)}</Box>;
    case 'share': return (
      <>
        <Box component="span" sx={big}>
          {translate('registry.figures.outOf', { count: numberText(figure.count, language), of: numberText(figure.of, language) })}
          {figure.percent === null ? null : <Box component="span" sx={beside}> ({percentText(figure.percent, language)})</Box>}
        </Box>
        <Bar percent={figure.percent ?? 0} />
      </>
    );
    case 'sum': case 'mean': return (
      <>
        <Box component="span" sx={big}>{figure.value === null ? '—' : numberText(figure.value, language)}{figure.value === null || figure.unit === null ? null : <Box component="span" sx={beside}> {figure.unit}</Box>}</Box>
        <Box component="span" sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{translate('registry.figures.over', { smart_count: figure.of })}</Box>
      </>
    );
    case 'groups': return null;
  }
}

/** The number beside it says the same; a reader of screens needs no second telling. */
export function Bar({ percent }: { readonly percent: number }) {
  return (
    <Box component="span" aria-hidden sx={{ display: 'block', mt: 0.75, height: 4, borderRadius: '2px', bgcolor: colour.line, overflow: 'hidden' }}>
      <Box component="span" sx={{ display: 'block', height: '100%', borderRadius: '2px', bgcolor: colour.brand, width: `${percent}%` }} />
    </Box>
  );
}

import type { Components, Theme } from '@mui/material/styles';
import { TONES } from './tone.js';
import { colour } from './tokens.js';
import { globalStyles } from './global-styles.js';

/** Where MUI's look is changed. Nothing here animates longer than 150 ms; `prefers-reduced-motion` stops all of it (global styles). */
export const components: Components<Theme> = {
  MuiCssBaseline: { styleOverrides: globalStyles },
  MuiButtonBase: { defaultProps: { disableRipple: true } },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: { borderRadius: 8, minHeight: 36, padding: '6px 14px', whiteSpace: 'nowrap', flexShrink: 0 },
      sizeSmall: { minHeight: 30, padding: '3px 10px', fontSize: '0.8125rem' },
      sizeLarge: { minHeight: 44, padding: '9px 20px' },
      outlined: { borderColor: colour.lineStrong, background: colour.surface },
    },
  },
  MuiIconButton: { styleOverrides: { root: { borderRadius: 8 } } },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { rounded: { borderRadius: 12 } } },
  MuiMenu: { defaultProps: { elevation: 8 }, styleOverrides: { paper: { border: `1px solid ${colour.line}`, boxShadow: '0 12px 32px rgba(23,32,46,.14)' } } },
  MuiDialog: { styleOverrides: { paper: { boxShadow: '0 24px 64px rgba(23,32,46,.24)', backgroundImage: 'none' } } },
  MuiDialogTitle: { styleOverrides: { root: { fontSize: '1.0625rem', fontWeight: 600, padding: '20px 24px 8px' } } },
  MuiDialogContent: { styleOverrides: { root: { padding: '8px 24px 16px' } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '12px 24px 20px', gap: 4 } } },
  MuiTooltip: { defaultProps: { arrow: true, enterDelay: 400 }, styleOverrides: { tooltip: { fontSize: '0.75rem', background: colour.ink } } },
  MuiOutlinedInput: {
    styleOverrides: {
      root: { background: colour.surface, borderRadius: 8 },
      notchedOutline: { borderColor: '#8793a3' },
    },
  },
  MuiInputLabel: { styleOverrides: { root: { color: colour.inkSoft } } },
  MuiTextField: { defaultProps: { size: 'small' } },
  MuiFormHelperText: { styleOverrides: { root: { marginLeft: 2 } } },
  MuiTabs: { styleOverrides: { root: { minHeight: 40 }, indicator: { height: 2, borderRadius: 2 } } },
  MuiTab: { styleOverrides: { root: { minHeight: 40, minWidth: 0, padding: '8px 12px', color: colour.inkSoft, fontWeight: 500 } } },
  MuiTableCell: {
    styleOverrides: {
      root: { borderColor: colour.line, padding: '8px 12px', fontSize: '0.8125rem', lineHeight: 1.4 },
      head: { color: colour.inkSoft, fontWeight: 500, fontSize: '0.75rem', background: colour.raised, whiteSpace: 'nowrap', padding: '7px 12px' },
    },
  },
  MuiAlert: {
    styleOverrides: {
      root: { borderRadius: 10, fontSize: '0.875rem' },
      message: { minWidth: 0 },
      standardWarning: { background: TONES.attention.tint, color: TONES.attention.text, boxShadow: `inset 0 0 0 1px ${TONES.attention.edge}` },
      standardError: { background: TONES.stopped.tint, color: TONES.stopped.text, boxShadow: `inset 0 0 0 1px ${TONES.stopped.edge}` },
      standardInfo: { background: TONES.progress.tint, color: TONES.progress.text, boxShadow: `inset 0 0 0 1px ${TONES.progress.edge}` },
      standardSuccess: { background: TONES.success.tint, color: TONES.success.text, boxShadow: `inset 0 0 0 1px ${TONES.success.edge}` },
    },
  },
  MuiAccordionSummary: { styleOverrides: { root: { fontSize: '0.875rem' } } },
  MuiSkeleton: { defaultProps: { animation: 'wave' } },
  MuiAccordion: { defaultProps: { disableGutters: true, square: false }, styleOverrides: { root: { '&::before': { display: 'none' } } } },
  MuiChip: { styleOverrides: { root: { borderRadius: 7, fontWeight: 500 } } },
  MuiBadge: { styleOverrides: { badge: { fontWeight: 600, fontSize: '0.6875rem', height: 18, minWidth: 18 } } },
};

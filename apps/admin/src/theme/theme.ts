import { createTheme } from '@mui/material/styles';
import { components } from './components.js';
import { colour, font } from './tokens.js';

export const theme = createTheme({
  palette: {
    mode: 'light',
    primary: { main: colour.brand, dark: colour.brandDark, contrastText: '#fff' },
    secondary: { main: colour.inkSoft, contrastText: '#fff' },
    error: { main: colour.danger },
    warning: { main: '#8a5300' },
    success: { main: '#1f6f3c' },
    info: { main: colour.brand },
    text: { primary: colour.ink, secondary: colour.inkSoft, disabled: '#6b7686' },
    background: { default: colour.canvas, paper: colour.surface },
    divider: colour.line,
    action: { active: colour.inkSoft, hover: 'rgba(21, 94, 117, 0.06)', selected: 'rgba(21, 94, 117, 0.1)', focus: 'rgba(21, 94, 117, 0.12)', disabled: '#6b7686', disabledBackground: '#e6eaef' },
  },
  shape: { borderRadius: 8 },
  typography: {
    fontFamily: font.family,
    fontSize: 14,
    h1: { fontSize: '1.375rem', lineHeight: 1.3, fontWeight: 600, letterSpacing: '-0.01em', '@media (max-width: 599px)': { fontSize: '1.1875rem' } },
    h2: { fontSize: '1.0625rem', lineHeight: 1.35, fontWeight: 600 },
    h3: { fontSize: '0.9375rem', lineHeight: 1.4, fontWeight: 600 },
    subtitle1: { fontSize: '0.9375rem', fontWeight: 500 },
    body1: { fontSize: '0.875rem', lineHeight: 1.55 },
    body2: { fontSize: '0.8125rem', lineHeight: 1.5 },
    caption: { fontSize: '0.75rem', lineHeight: 1.45 },
    overline: { fontSize: '0.6875rem', fontWeight: 600, letterSpacing: '0.05em', lineHeight: 1.6 },
    button: { textTransform: 'none', fontWeight: 500, fontSize: '0.875rem' },
  },
  // A phone of 375 px is `xs`; the navigation stands beside the page from `md`.
  breakpoints: { values: { xs: 0, sm: 600, md: 900, lg: 1200, xl: 1536 } },
  components,
});

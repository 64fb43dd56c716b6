import { colour } from './tokens.js';

/** Element rules of the whole panel: focus ring, motion, numbers, print. */
export const globalStyles = {
  html: { WebkitTextSizeAdjust: '100%', scrollPaddingTop: 72 },
  body: { backgroundColor: colour.canvas, fontVariantNumeric: 'tabular-nums', overflowWrap: 'break-word' as const },
  'h1, h2, h3, p': { margin: 0 },
  'button, input, select, textarea': { fontFamily: 'inherit' },
  a: { color: colour.brand, textUnderlineOffset: 2 },
  // One ring for the whole product, drawn outside so that it is never hidden by the element's own border.
  ':focus-visible': { outline: `2px solid ${colour.focus} !important`, outlineOffset: 2, borderRadius: 4 },
  // Text fields draw a frame of their own; a radio button or a check box has nothing but its outline.
  'input:not([type="radio"], [type="checkbox"]):focus-visible, textarea:focus-visible': { outline: 'none !important' },
  // Containers take the focus only so that reading goes on there; a ring around them would point at nothing to press.
  'main:focus-visible, h1:focus-visible, .MuiDialog-container:focus-visible, .MuiDialog-paper:focus-visible, .MuiPopover-paper:focus-visible': { outline: 'none !important' },
  '.visually-hidden': {
    position: 'absolute', width: 1, height: 1, margin: -1, padding: 0, overflow: 'hidden', clip: 'rect(0 0 0 0)', whiteSpace: 'nowrap', border: 0,
  },
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': { animationDuration: '0.01ms !important', animationIterationCount: '1 !important', transitionDuration: '0.01ms !important', scrollBehavior: 'auto !important' },
  },
  '@media print': {
    body: { background: '#fff' },
    '.no-print, nav, header': { display: 'none !important' },
    main: { padding: '0 !important', margin: '0 !important', maxWidth: 'none !important' },
    '.print-plain': { border: '0 !important', boxShadow: 'none !important', padding: '0 !important', maxHeight: 'none !important', overflow: 'visible !important' },
    'tr, li': { breakInside: 'avoid' },
  },
};

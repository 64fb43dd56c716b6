/** The numbers of docs/design.md: the only place where a colour or a size is written down. */
export const colour = {
  ink: '#17202e',
  inkSoft: '#475467',
  inkFaint: '#5f6b7c',
  canvas: '#f4f6f8',
  surface: '#ffffff',
  raised: '#fafbfc',
  line: '#e3e7ed',
  lineStrong: '#c9d1db',
  brand: '#155e75',
  brandDark: '#0e4a5e',
  brandTint: '#e4f1f5',
  danger: '#a3261b',
  focus: '#0b7fa5',
} as const;

/** 4 px grid. */
export const space = { hair: 4, tight: 8, base: 12, wide: 16, section: 24, page: 32 } as const;

export const size = {
  header: 56,
  nav: 232,
  navCollapsed: 64,
  bottomBar: 60,
  row: 44,
  /** Forms and prose stay readable: no line longer than this. */
  prose: 760,
  page: 1360,
} as const;

export const font = {
  family: '"Golos Text Variable", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  document: '"Times New Roman", "Liberation Serif", Tinos, "PT Serif", serif',
} as const;

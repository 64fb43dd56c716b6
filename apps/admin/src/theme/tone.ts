import type { StateTone } from '@reglament/contracts';

export interface ToneColours {
  readonly text: string;
  readonly tint: string;
  readonly edge: string;
}

/** Text on tint has a contrast of at least 4.5 in every tone; the word and the icon say the same as the colour. */
export const TONES: Readonly<Record<StateTone, ToneColours>> = {
  neutral: { text: '#3d4858', tint: '#edf0f4', edge: '#cfd6df' },
  progress: { text: '#0f5468', tint: '#e0f0f5', edge: '#aed5e1' },
  waiting: { text: '#453d9a', tint: '#eceafa', edge: '#c9c4ef' },
  attention: { text: '#7a4800', tint: '#fdf0d7', edge: '#eccf94' },
  success: { text: '#1a5f33', tint: '#e1f3e7', edge: '#aed9bc' },
  stopped: { text: '#972016', tint: '#fbe7e5', edge: '#eebbb5' },
};

const KNOWN: ReadonlySet<string> = new Set(Object.keys(TONES));

/** A definition may carry a tone that this panel does not know yet: it is shown calmly, never refused. */
export function toneOf(tone: string | null | undefined): StateTone {
  return tone != null && KNOWN.has(tone) ? (tone as StateTone) : 'neutral';
}

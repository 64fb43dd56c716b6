/** Points in a millimetre: 72 to the inch. */
const pointsPerMm = 72 / 25.4;

export function mmToPt(mm: number): number {
  return mm * pointsPerMm;
}

export function ptToMm(pt: number): number {
  return pt / pointsPerMm;
}

/** Twentieths of a point, in which WordprocessingML measures. */
export function mmToTwips(mm: number): number {
  return Math.round(mm * pointsPerMm * 20);
}

export function ptToTwips(pt: number): number {
  return Math.round(pt * 20);
}

/** Fewer lines of a paragraph than this may not stand alone at the bottom or at the top of a page. */
const fewest = 2;

/**
 * How many of a paragraph's lines go on the page that they are begun on.
 *
 * @param heights of the lines, in points
 * @param room height left on the page
 * @param below height that has to be left on the page below the last line, or else lines are carried over to what follows
 * @param fresh whether the page is empty above: then there is no better place, and at least one line is set
 */
export function linesOnPage(heights: readonly number[], room: number, below: number, fresh: boolean): number {
  const all = heights.length;
  let fitting = 0;
  for (let used = 0; fitting < all && used + (heights[fitting] ?? 0) <= room; fitting++) used += heights[fitting] ?? 0;
  const whole = heights.reduce((sum, height) => sum + height, 0);
  if (fitting === all && whole + below <= room) return all;
  const carriedOver = Math.max(all - fitting, fewest);
  const kept = all - carriedOver >= fewest ? all - carriedOver : 0;
  if (kept > 0 || !fresh) return kept;
  return Math.max(1, fitting);
}

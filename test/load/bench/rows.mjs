/**
 * One line of the table. `target` is the bar that the row has to meet; null where there is none yet.
 *
 * @typedef {{ name: string, value: number, unit: string, ratio: number | null, target: string | null, ok: boolean }} Row
 */

/**
 * @param {string} name
 * @param {number} value
 * @param {string} unit
 * @param {{ ratio?: number, beside?: string, atLeast?: number, atMost?: number }} [bar] of the ratio where there is one (to what stands `beside`), otherwise of the value
 * @returns {Row}
 */
export function row(name, value, unit, { ratio, beside = 'limit', atLeast, atMost } = {}) {
  const judged = ratio ?? value;
  const ok = (atLeast === undefined || judged >= atLeast) && (atMost === undefined || judged <= atMost);
  const of = ratio === undefined ? '' : ` × ${beside}`;
  const target = atLeast !== undefined ? `≥ ${atLeast}${of}` : atMost !== undefined ? `≤ ${atMost}${of}` : null;
  return { name, value: round(value), unit, ratio: ratio === undefined ? null : round(ratio), target, ok };
}

/** @param {Row[]} rows */
export function print(rows) {
  const cells = rows.map(({ name, value, unit, ratio, target, ok }) => [name, value.toLocaleString('en'), unit, ratio === null ? '' : `${ratio} ×`, target ?? '', target === null ? '' : ok ? 'ok' : 'MISSED']);
  const widths = [0, 1, 2, 3, 4, 5].map((i) => Math.max(...cells.map((each) => each[i].length)));
  for (const each of cells) console.log(each.map((cell, i) => (i === 1 || i === 3 ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  ').trimEnd());
}

/** @param {number} number */
const round = (number) => (Math.abs(number) >= 100 ? Math.round(number) : Math.round(number * 100) / 100);

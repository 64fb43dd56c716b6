import type { DecisionColumn, DecisionTable } from '@reglament/contracts';
import type { NameTypes } from '../name-types.js';
import { pointsOf, type Point } from './points-of.js';
import { compileUnaryTests } from './unary-tests.js';

/** Inputs, one for each column, that show it. */
export type ExampleInputs = { readonly [input: string]: Point };
/** Inputs for which no rule holds, and the answer would be nothing. */
export interface Gap { readonly example: ExampleInputs }
/** Two rules, counted from 0, that hold at once and contradict one another under the table's hit policy. */
export interface Overlap { readonly rules: readonly [number, number]; readonly example: ExampleInputs }

export interface GapsAndOverlaps {
  readonly gaps: readonly Gap[];
  readonly overlaps: readonly Overlap[];
  /** Input columns with a cell that asks more than constants, so that nothing can be said of the table before it is asked. */
  readonly undecided: readonly string[];
}

/** At most so many of each are told: a table with more has one fault that makes them all. */
const MOST = 10;
/** Sets of rules that are looked at for gaps; a table that needs more is told of as far as that. */
const MAX_STATES = 20_000;
const NOTHING: GapsAndOverlaps = { gaps: [], overlaps: [], undecided: [] };

/**
 * Where a table (sound, as `compileDecisionTable` says) has no answer, and where it has two. Exact, over representative values of each
 * column. Gaps are none where "otherwise" answers or where rules are gathered (C, R); overlaps are faults under U, and under A where the
 * answers are written differently. A missing input is no gap: it holds no test.
 */
export function gapsAndOverlaps(table: DecisionTable): GapsAndOverlaps {
  const columns = table.inputs.map((column) => columnOf(table, column));
  const undecided = columns.flatMap((column, i) => (column === null ? [table.inputs[i]?.key ?? ''] : []));
  const decided = columns.filter((column) => column !== null);
  if (decided.length < columns.length) return { ...NOTHING, undecided };
  const gathers = table.hitPolicy === 'C' || table.hitPolicy === 'R';
  return {
    gaps: gathers || table.otherwise !== undefined ? [] : gapsIn(decided, table.rules.length),
    overlaps: table.hitPolicy === 'U' || table.hitPolicy === 'A' ? overlapsIn(table, decided) : [],
    undecided: [],
  };
}

/** For each set of rules that hold together at some value of the column: such a value. Rules are bits. */
interface Column { readonly key: string; readonly held: ReadonlyMap<bigint, Point> }

function columnOf({ rules }: DecisionTable, column: DecisionColumn): Column | null {
  const cells = rules.map(({ when }) => (Object.hasOwn(when, column.key) ? when[column.key] ?? '-' : '-'));
  const points = pointsOf(column, cells);
  if (points === null) return null;
  const names: NameTypes = { [column.key]: { kind: column.type } };
  const tests = cells.map((cell) => compileUnaryTests(cell, column.key, names));
  const held = new Map<bigint, Point>();
  for (const point of points) {
    const bits = tests.reduce((sum, test, i) => (test.kind === 'any' || (test.kind === 'compiled' && test.test.evaluate({ [column.key]: point }, ANY_TIME).value === true) ? sum | (1n << BigInt(i)) : sum), 0n);
    if (!held.has(bits)) held.set(bits, point);
  }
  return { key: column.key, held };
}

/** No cell that is asked here looks at the time. */
const ANY_TIME = { now: '2000-01-01T00:00:00Z' };

function gapsIn(columns: readonly Column[], rules: number): readonly Gap[] {
  const gaps: Gap[] = [];
  const seen = new Set<string>();
  const look = (at: number, left: bigint, chosen: ExampleInputs): void => {
    const state = `${at} ${left}`;
    if (gaps.length >= MOST || seen.size >= MAX_STATES || seen.has(state)) return;
    seen.add(state);
    const column = columns[at];
    if (left === 0n) gaps.push({ example: { ...restOf(columns, at), ...chosen } });
    else if (column !== undefined) for (const [bits, point] of column.held) look(at + 1, left & bits, { ...chosen, [column.key]: point });
  };
  look(0, (1n << BigInt(rules)) - 1n, {});
  return gaps;
}

/** Any value of the columns that no longer matter. */
function restOf(columns: readonly Column[], from: number): ExampleInputs {
  return Object.fromEntries(columns.slice(from).map(({ key, held }) => [key, [...held.values()][0] as Point]));
}

function overlapsIn({ rules, hitPolicy }: DecisionTable, columns: readonly Column[]): readonly Overlap[] {
  const overlaps: Overlap[] = [];
  for (let i = 0; i < rules.length; i++) {
    const beside = columns.reduce((both, { held }) => both & [...held.keys()].reduce((sum, bits) => (hasBit(bits, i) ? sum | bits : sum), 0n), (1n << BigInt(rules.length)) - 1n);
    for (let j = i + 1; j < rules.length && overlaps.length < MOST; j++) {
      if (!hasBit(beside, j) || (hitPolicy === 'A' && sameAnswer(rules[i]?.then, rules[j]?.then))) continue;
      const example = Object.fromEntries(columns.map(({ key, held }) => [key, [...held].find(([bits]) => hasBit(bits, i) && hasBit(bits, j))?.[1] as Point]));
      overlaps.push({ rules: [i, j], example });
    }
  }
  return overlaps;
}

function hasBit(bits: bigint, i: number): boolean {
  return (bits & (1n << BigInt(i))) !== 0n;
}

function sameAnswer(left: { readonly [output: string]: string } = {}, right: { readonly [output: string]: string } = {}): boolean {
  return Object.keys({ ...left, ...right }).every((output) => left[output]?.trim() === right[output]?.trim());
}

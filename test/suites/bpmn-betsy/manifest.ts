import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Json } from '@reglament/engine';

/** One case of the suite as its manifest has it. `expectedTrace`: how often each word must stand in the trace. */
export interface BetsyCase {
  readonly id: string;
  readonly file: string;
  readonly processId: string;
  readonly tier: 1 | 2 | 3;
  readonly steps: readonly ({ readonly start: string; readonly variables: { readonly [name: string]: Json } } | { readonly waitMs: number })[];
  readonly expectedTrace: { readonly [word: string]: number };
  readonly expectedEndState: string;
}

const suites = process.env['REGLAMENT_SUITES'] ?? path.resolve(__dirname, '../../../../shared/suites');
export const BETSY = path.join(suites, 'bpmn-betsy');
export const BETSY_INVALID = path.join(suites, 'bpmn-invalid-betsy');
export const MIWG = path.join(suites, 'bpmn-miwg');

export const isPresent = (folder: string): boolean => existsSync(folder);

export function betsyCases(): readonly BetsyCase[] {
  if (!isPresent(BETSY)) return [];
  return (JSON.parse(readFileSync(path.join(BETSY, 'manifest.json'), 'utf8')) as { readonly cases: readonly BetsyCase[] }).cases;
}

export function bpmnOf(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

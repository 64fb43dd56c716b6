import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inRepository } from '../../../tools/lib/paths.mjs';
import { Refusal } from '../../../tools/lib/refusal.mjs';

/** Cases per measurement and how often it is repeated: of the repetitions the median counts. */
const FULL = { cases: 3000, loneCases: 600, repeats: 3, advanceSeconds: 2, settleSeconds: 15, timers: 50_000, finished: 1_000_000 };
const QUICK = { cases: 1000, loneCases: 150, repeats: 1, advanceSeconds: 0.5, settleSeconds: 3, timers: 5_000, finished: 50_000 };

/** @param {string[]} args */
export function readOptions(args) {
  const { values } = parseArgs({ args, options: { json: { type: 'string' }, quick: { type: 'boolean', default: false }, only: { type: 'string' } } });
  return { ...(values.quick ? QUICK : FULL), quick: values.quick, json: values.json, only: values.only?.split(','), limitProgram: limitProgram() };
}

/** The program of the least work, which is never copied in. */
export function limitProgram() {
  const program = process.env.REGLAMENT_LIMIT ?? path.resolve(inRepository('..'), 'shared/bench/limit.mjs');
  if (!existsSync(program)) throw new Refusal(`Нет программы limit.mjs (${program}): укажите её в REGLAMENT_LIMIT.`, 'limit.mjs is not there: name it in REGLAMENT_LIMIT.');
  return program;
}

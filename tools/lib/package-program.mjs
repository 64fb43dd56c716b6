import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from './paths.mjs';

/**
 * Path of a program that an installed package brings, as its package.json names it: releases move these files.
 *
 * @param {string} name of the package @param {string} [program] of several
 */
export function packageProgram(name, program = name) {
  const folder = inRepository('node_modules', name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[program]);
}

import equal from 'ajv/dist/runtime/equal.js';
import ucs2length from 'ajv/dist/runtime/ucs2length.js';
import { FORMATS } from './formats.js';
import { compilePattern } from './pattern.js';

/** Names under which generated code asks for what is ours; they are not files. */
export const FORMATS_MODULE = 'reglament/formats';
export const PATTERN_MODULE = 'reglament/pattern';

/**
 * The whole world that a standalone validator may reach: AJV's two helpers, our formats, our patterns. It is fixed: a module that
 * asks for anything else fails when it is loaded, not when it is used.
 */
export type ValidatorRuntime = (name: string) => unknown;

const modules = new Map<string, unknown>([
  ['ajv/dist/runtime/equal', { default: interop(equal) }],
  ['ajv/dist/runtime/ucs2length', { default: interop(ucs2length) }],
  [FORMATS_MODULE, FORMATS],
  [PATTERN_MODULE, { compilePattern }],
]);

export const validatorRuntime: ValidatorRuntime = (name) => {
  const found = modules.get(name);
  if (found === undefined) throw new Error(`a form validator asked for ${name}, which its runtime does not have`);
  return found;
};

/** AJV's helpers are CommonJS with a `default` member; bundlers and Node unwrap it differently. */
function interop(imported: unknown): unknown {
  return typeof imported === 'function' ? imported : (imported as { default: unknown }).default;
}

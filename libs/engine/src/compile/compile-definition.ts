import type { ProcessDefinition } from '@reglament/contracts';
import { problemsOf } from '../check/check-definition.js';
import { EngineError } from '../engine-error.js';
import { compileGraph, type Resources } from './compile.js';
import type { Compiled } from './compiled.js';
import { createCompiler } from './compiler.js';
import { namesOf } from './names.js';

/**
 * Makes a definition ready to run. Compile once per content hash and keep the result.
 *
 * @throws EngineError `engine.definitionInvalid`, with the problems, when `checkDefinition` finds errors.
 */
export function compile(definition: ProcessDefinition, resources: Resources = {}): Compiled {
  const errors = problemsOf(definition, resources).filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first) {
    throw new EngineError('engine.definitionInvalid', {
      definition: String(definition.key), found: `${errors.length} errors, the first at ${first.pointer}: ${first.message.en}`, problems: errors,
    });
  }
  return compileGraph(definition, resources, createCompiler(namesOf(definition)));
}

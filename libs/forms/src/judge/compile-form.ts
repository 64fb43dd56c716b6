import type { FormDefinition } from '@reglament/contracts';
import { compileValidator, standaloneValidator } from '../schema/compile-validator.js';
import { closeObjects } from '../structure/close-objects.js';
import { compileFormWith, type CompiledForm } from './compile-form-with.js';

/** A form ready to judge, validator compiled here: for the server. Cache it by the definition's content hash. */
export function compileForm(definition: FormDefinition): CompiledForm {
  return compileFormWith(definition, compileValidator(closeObjects(definition.schema)));
}

/**
 * The form's validator as the text of an ES module, to be served from our own origin and loaded by `compileStandaloneForm`. Immutable
 * for a content hash.
 */
export function standaloneModule(definition: FormDefinition): string {
  return standaloneValidator(closeObjects(definition.schema));
}

import type { FormDefinition } from '@reglament/contracts';
import { asValidator } from '../schema/as-validator.js';
import { validatorRuntime, type ValidatorRuntime } from '../schema/runtime.js';
import { compileFormWith, type CompiledForm } from './compile-form-with.js';

/** What the module made by `standaloneModule` exports. */
export interface StandaloneModule { readonly default: (runtime: ValidatorRuntime) => (data: unknown) => boolean }

/** A form ready to judge in the browser: `compileStandaloneForm(definition, await import(url))`. Needs no `unsafe-eval`. */
export function compileStandaloneForm(definition: FormDefinition, module: StandaloneModule): CompiledForm {
  return compileFormWith(definition, asValidator(module.default(validatorRuntime)));
}

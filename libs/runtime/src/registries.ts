import { BUILTIN_CHECKS, BUILTIN_HANDLERS, createCheckRegistry, createHandlerRegistry, type CheckRegistry, type HandlerRegistry, type ServiceTaskHandler, type SubmissionCheckHandler } from '@reglament/handlers';

export interface Registries { readonly handlers: HandlerRegistry; readonly checks: CheckRegistry }

/** The handlers and checks of the product, with those that an installation adds. @throws HandlerRegistryError for two of one type. */
export function createRegistries(own: { readonly handlers?: readonly ServiceTaskHandler[]; readonly checks?: readonly SubmissionCheckHandler[] } = {}): Registries {
  return { handlers: createHandlerRegistry([...BUILTIN_HANDLERS, ...(own.handlers ?? [])]), checks: createCheckRegistry([...BUILTIN_CHECKS, ...(own.checks ?? [])]) };
}

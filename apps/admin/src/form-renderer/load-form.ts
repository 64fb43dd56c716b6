import type { FormDefinition } from '@reglament/contracts';
import { compileStandaloneForm, type CompiledForm, type StandaloneModule } from '@reglament/forms';

const loaded = new Map<string, Promise<CompiledForm>>();

/**
 * The form with its validator, a module served from our own origin under an address that holds the definition's hash: loaded once, kept as
 * long as the page lives. A failed load is not kept, so that trying again helps.
 */
export function loadForm(definition: FormDefinition, standaloneUrl: string): Promise<CompiledForm> {
  const known = loaded.get(standaloneUrl);
  if (known !== undefined) return known;
  const loading = import(/* @vite-ignore */ standaloneUrl).then((module: StandaloneModule) => compileStandaloneForm(definition, module));
  loaded.set(standaloneUrl, loading);
  loading.catch(() => loaded.delete(standaloneUrl));
  return loading;
}

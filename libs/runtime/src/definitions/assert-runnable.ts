import type { ProcessDefinition } from '@reglament/contracts';
import { assertHandlersKnown, type HandlerRegistry, type HandlerUse } from '@reglament/handlers';
import { findCurrentDefinitions, type Store } from '@reglament/store';
import type { OrganisationCache } from '../organisations/organisation-cache.js';
import { handlerOf } from '../packages/check-process.js';

/** Stops the boot when a current definition calls a handler that nobody defines. @throws HandlerRegistryError naming every such node. */
export async function assertRunnable(store: Store, organisations: OrganisationCache, handlers: HandlerRegistry): Promise<void> {
  const roots = organisations.all().filter(({ parent }) => parent === null);
  const uses: HandlerUse[] = [];
  for (const { id } of roots) {
    for (const { key, content } of await findCurrentDefinitions(store, id)) {
      for (const [node, definition] of Object.entries((content as ProcessDefinition).nodes)) {
        const handler = handlerOf(definition);
        if (handler !== null) uses.push({ handler, definition: key, node });
      }
    }
  }
  assertHandlersKnown(handlers, uses);
}

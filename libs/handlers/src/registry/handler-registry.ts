import type { ServiceTaskHandler } from '../handler.js';

export interface HandlerRegistry {
  get(type: string): ServiceTaskHandler | undefined;
  readonly types: readonly string[];
  isTransactional(type: string): boolean;
}

export type RegistryErrorCode = 'handlers.duplicate' | 'handlers.unknown';

export class HandlerRegistryError extends Error {
  constructor(readonly code: RegistryErrorCode, readonly problems: readonly string[]) {
    super(`${code}:\n${problems.map((each) => `  - ${each}`).join('\n')}`);
    this.name = 'HandlerRegistryError';
  }
}

/** Makes the registry. Two handlers of one type stop the boot: which of them ran would depend on the order of a list. */
export function createHandlerRegistry(handlers: readonly ServiceTaskHandler[]): HandlerRegistry {
  const byType = new Map<string, ServiceTaskHandler>();
  const duplicates = new Set<string>();
  for (const handler of handlers) {
    if (byType.has(handler.type)) duplicates.add(handler.type);
    byType.set(handler.type, handler);
  }
  if (duplicates.size > 0) {
    throw new HandlerRegistryError('handlers.duplicate', [...duplicates].map((type) => `"${type}" is defined twice; remove one definition object or rename its type`));
  }
  return {
    get: (type) => byType.get(type),
    types: [...byType.keys()].sort(),
    isTransactional: (type) => byType.get(type)?.transactional ?? false,
  };
}

/** A use of a handler by a definition. */
export interface HandlerUse { readonly handler: string; readonly definition: string; readonly node: string }

/** Stops the boot when a live definition calls what nobody defines: better now than on the first case that gets there. */
export function assertHandlersKnown(registry: HandlerRegistry, uses: readonly HandlerUse[]): void {
  const unknown = uses.filter((use) => !registry.get(use.handler));
  if (unknown.length === 0) return;
  throw new HandlerRegistryError('handlers.unknown', unknown.map((use) =>
    `definition "${use.definition}", node "${use.node}": handler "${use.handler}" is unknown; known: ${registry.types.join(', ')}`));
}

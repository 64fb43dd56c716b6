import type { SubmissionCheckHandler } from '../checks/check.js';
import { HandlerRegistryError } from './handler-registry.js';

export interface CheckRegistry { get(type: string): SubmissionCheckHandler | undefined; readonly types: readonly string[] }

/** Makes the registry of submission checks; two of one type stop the boot. */
export function createCheckRegistry(checks: readonly SubmissionCheckHandler[]): CheckRegistry {
  const byType = new Map<string, SubmissionCheckHandler>();
  for (const check of checks) {
    if (byType.has(check.type)) throw new HandlerRegistryError('handlers.duplicate', [`check "${check.type}" is defined twice; remove one definition object or rename its type`]);
    byType.set(check.type, check);
  }
  return { get: (type) => byType.get(type), types: [...byType.keys()].sort() };
}

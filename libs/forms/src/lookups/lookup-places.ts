import { registryOfKind } from '@reglament/contracts';
import type { CompiledForm } from '../judge/compile-form-with.js';
import { valueAt } from '../judge/json-value.js';
import { parsePath, placesOf } from '../structure/form-path.js';

/** A reference that a lookup field of given data holds, and the registries whose records the field takes; none: it takes parties alone. */
export interface LookupPlace { readonly pointer: string; readonly reference: string; readonly registries: readonly string[] }

/** Every reference in the lookup fields of a form's data; the pointer is that of the field, not of one reference in it. */
export function lookupPlaces({ fields }: Pick<CompiledForm, 'fields'>, data: Record<string, unknown>): readonly LookupPlace[] {
  return [...fields].flatMap(([path, field]) => {
    if (field.widget !== 'party' && field.widget !== 'parties') return [];
    const registries = (field.partyTypes ?? []).map(registryOfKind).filter((key) => key !== null);
    return placesOf(parsePath(path), data).flatMap(({ pointer }) => {
      const value = valueAt(data, pointer);
      return (Array.isArray(value) ? (value as unknown[]) : [value]).filter((each) => typeof each === 'string').map((reference): LookupPlace => ({ pointer, reference, registries }));
    });
  });
}

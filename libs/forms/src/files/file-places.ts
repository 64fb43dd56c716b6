import type { CompiledForm } from '../judge/compile-form-with.js';
import { valueAt } from '../judge/json-value.js';
import { parsePath, placesOf } from '../structure/form-path.js';
import type { FileRule } from './file-rule.js';

/** A file that submitted data holds, and what the field that holds it asks for. `reference`: `file:<sha256>`. */
export interface FilePlace { readonly pointer: string; readonly rule: FileRule; readonly reference: string; readonly name: string }

/** Every file of a form's data with its field; the pointer is that of the field, not of one file in it. */
export function filePlaces({ fields }: Pick<CompiledForm, 'fields'>, data: Record<string, unknown>): readonly FilePlace[] {
  return [...fields].flatMap(([path, field]) => {
    if (field.widget !== 'file' && field.widget !== 'files') return [];
    return placesOf(parsePath(path), data).flatMap(({ pointer }) => {
      const value = valueAt(data, pointer);
      return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isFile)
        .map(({ id, name }): FilePlace => ({ pointer, rule: field, reference: id, name: typeof name === 'string' ? name : '' }));
    });
  });
}

function isFile(value: unknown): value is { readonly id: string; readonly name?: unknown } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

import type { ValueExpression } from '@reglament/contracts';
import { compileExpression, type NameType, type NameTypes, type ValueType } from '@reglament/expressions';
import { nodeAt, parsePath, type StructureNode } from '@reglament/forms';

/** A field that is named where a registry's record is meant, and that its form does not have. `expected`: those that it has there. */
export interface StrayField { readonly field: string; readonly expected: readonly string[] }

/**
 * Fields that an input names by itself, in FEEL or as a value, and that records of the form cannot have: a case would stop at that service, some
 * day. What only a run can tell is not judged.
 */
export function strayFields(given: ValueExpression, form: StructureNode): readonly StrayField[] {
  if ('variable' in given) return [];
  if ('value' in given) return among(Object.keys(isRecord(given.value) ? given.value : {}), (name) => (isRecord(given.value) ? typeOfValue(given.value[name]) : ANYTHING), form, '');
  const compiled = compileExpression(given.feel);
  return compiled.kind === 'compiled' ? ofType(compiled.type, form, '') : [];
}

const ANYTHING: NameType = { kind: 'any' };

function ofType(type: ValueType, form: StructureNode, at: string): readonly StrayField[] {
  if (type.kind !== 'object') return [];
  return among(Object.keys(type.properties), (name) => type.properties[name] ?? null, form, at);
}

function among(names: readonly string[], typeOf: (name: string) => ValueType | null, form: StructureNode, at: string): readonly StrayField[] {
  if (form.kind !== 'object') return [];
  return names.flatMap((name): readonly StrayField[] => {
    const node = nodeAt(form, parsePath(name));
    if (node === null) return [{ field: `${at}${name}`, expected: [...form.properties.keys()] }];
    const type = typeOf(name);
    return type === null ? [] : ofType(type, node, `${at}${name}.`);
  });
}

function typeOfValue(value: unknown): NameType {
  if (!isRecord(value)) return ANYTHING;
  const properties: NameTypes = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, typeOfValue(inner)]));
  return { kind: 'object', properties };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { FormErrorCode, MessageParams } from '../messages/form-message.js';
import { escapePointer } from '../schema/dialect.js';
import type { SchemaError } from '../schema/as-validator.js';

/** A schema error in our words' terms: where, what, with which numbers. */
export interface Fault { readonly pointer: string; readonly code: Exclude<FormErrorCode, 'rule'>; readonly params: MessageParams }

/**
 * AJV's errors as faults at fields. A missing field is reported at the field itself. Of a choice (`anyOf`, `oneOf`) only the choice is
 * reported: what each variant missed contradicts itself. `if` is silent, its `then` or `else` has spoken.
 */
export function faultsOf(errors: readonly SchemaError[]): Fault[] {
  const swallowed = new Set<number>();
  errors.forEach((error, index) => {
    if (error.keyword !== 'anyOf' && error.keyword !== 'oneOf' && error.keyword !== 'contains') return;
    for (let before = index - 1; before >= 0 && belongsTo(errors[before], error); before -= 1) swallowed.add(before);
  });
  return errors.filter((_error, index) => !swallowed.has(index)).flatMap((error) => faultOf(error) ?? []);
}

/** AJV reports a variant's errors right before the choice's own; a variant behind `$ref` has a path of its own. */
function belongsTo(inner: SchemaError | undefined, choice: SchemaError): boolean {
  if (inner === undefined || !inner.instancePath.startsWith(choice.instancePath)) return false;
  return inner.schemaPath.startsWith(`${choice.schemaPath}/`) || (!choice.schemaPath.startsWith('#/$defs/') && inner.schemaPath.startsWith('#/$defs/'));
}

function faultOf({ keyword, instancePath: pointer, params }: SchemaError): Fault | null {
  const below = (name: unknown) => `${pointer}/${escapePointer(String(name))}`;
  switch (keyword) {
    case 'required': case 'dependentRequired':
      return { pointer: below(params['missingProperty']), code: 'required', params: {} };
    case 'additionalProperties':
      return { pointer: below(params['additionalProperty']), code: 'unknownField', params: { field: params['additionalProperty'] } };
    case 'propertyNames':
      return { pointer: below(params['propertyName']), code: 'propertyName', params: { field: params['propertyName'] } };
    case 'type': return { pointer, code: 'type', params: { type: params['type'] } };
    case 'format': return { pointer, code: 'format', params: { format: params['format'] } };
    case 'const': return { pointer, code: 'const', params: { allowed: params['allowedValue'] } };
    case 'uniqueItems': return { pointer, code: 'uniqueItems', params: { first: params['j'], second: params['i'] } };
    case 'multipleOf': return { pointer, code: 'multipleOf', params: { limit: params['multipleOf'] } };
    case 'minLength': case 'maxLength': case 'minimum': case 'maximum': case 'exclusiveMinimum': case 'exclusiveMaximum':
    case 'minItems': case 'maxItems': case 'minProperties': case 'maxProperties':
      return { pointer, code: keyword, params: { limit: params['limit'] } };
    case 'enum': case 'pattern': case 'contains': case 'not': return { pointer, code: keyword, params: {} };
    case 'items': return { pointer, code: 'maxItems', params: { limit: params['limit'] } };
    case 'anyOf': return { pointer, code: 'noVariant', params: {} };
    case 'oneOf': return { pointer, code: Array.isArray(params['passingSchemas']) ? 'severalVariants' : 'noVariant', params: {} };
    case 'if': return null;
    default: return { pointer, code: 'never', params: {} };
  }
}

import { partyReferencePattern, type VariableType } from '@reglament/contracts';
import { readFrom, type Draft } from '../draft.js';
import type { Refusal } from '../effect.js';
import type { Json, Variables } from '../instance.js';
import { RESERVED_NAMES } from '../scope.js';

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const PARTY = new RegExp(partyReferencePattern, 'u');

/** Why values may not be set by hand: a name that neither the definition declares nor the case has, a value of another type than declared. */
export function variableRefusal(draft: Draft, values: Variables): Refusal | null {
  const declared = draft.compiled.definition.variables ?? {};
  for (const [variable, value] of Object.entries(values)) {
    const type = Object.hasOwn(declared, variable) ? declared[variable]?.type : undefined;
    const known = type !== undefined || readFrom(draft, variable) !== undefined;
    if (!known || !NAME.test(variable) || (RESERVED_NAMES as readonly string[]).includes(variable)) return { code: 'unknownVariable', variable };
    if (type !== undefined && value !== null && !isOfType(type, value)) return { code: 'wrongType', variable, expected: type };
  }
  return null;
}

function isOfType(type: VariableType, value: Json): boolean {
  switch (type) {
    case 'string': return typeof value === 'string';
    case 'number': return typeof value === 'number';
    case 'boolean': return typeof value === 'boolean';
    case 'date': return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value));
    case 'party': return typeof value === 'string' && PARTY.test(value);
    case 'object': return typeof value === 'object' && !Array.isArray(value);
    case 'list': return Array.isArray(value);
  }
}

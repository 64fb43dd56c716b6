import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';

export interface ObjectProblem {
  /** RFC 6901 pointer of the place. */
  readonly pointer: string;
  readonly found: string;
  readonly expected: string;
}
export type ObjectCheck = (value: unknown) => readonly ObjectProblem[];

const MAX_PROBLEMS = 100;
const MAX_QUOTE = 80;

const ajv = new Ajv2020({ allErrors: true, strict: false, ownProperties: true, verbose: true, validateFormats: false, addUsedSchema: false });

/**
 * Makes a check of a schema of ours (a format, a handler's side) that lists every problem. Never for a schema that a user wrote. Compiled
 * when it is first asked: most starts never ask, and the formats alone would cost them half a second.
 */
export function compileObjectCheck(schema: object): ObjectCheck {
  let validate: ReturnType<typeof ajv.compile> | null = null;
  return (value) => {
    validate ??= ajv.compile(schema);
    if (validate(value)) return [];
    return narrowed(validate.errors ?? []).slice(0, MAX_PROBLEMS).map((error) => ({
      pointer: pointerOf(error), found: quote(error.data), expected: expectation(error),
    }));
  };
}

/** A failed `oneOf` reports every branch; the branch whose constants fit is the one that was meant. */
function narrowed(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const unions = errors.filter((error) => error.keyword === 'oneOf');
  if (unions.length === 0) return errors;
  return errors.filter((error) => !unions.some((union) => belongsToUnmeantBranch(error, union, errors)) && !isAnsweredUnion(error, errors));
}

function belongsToUnmeantBranch(error: ErrorObject, union: ErrorObject, errors: readonly ErrorObject[]): boolean {
  const branch = branchOf(error, union);
  if (branch === null) return false;
  return errors.some((other) => branchOf(other, union) === branch && other.keyword === 'const');
}

function isAnsweredUnion(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  return error.keyword === 'oneOf' && errors.some((other) => {
    const branch = branchOf(other, error);
    return branch !== null && !belongsToUnmeantBranch(other, error, errors);
  });
}

function branchOf(error: ErrorObject, union: ErrorObject): string | null {
  const stem = `${union.schemaPath}/`;
  if (error === union || !error.schemaPath.startsWith(stem) || !error.instancePath.startsWith(union.instancePath)) return null;
  return error.schemaPath.slice(stem.length).split('/')[0] ?? null;
}

function pointerOf(error: ErrorObject): string {
  const { params } = error as { params: Record<string, unknown> };
  const extra = params['additionalProperty'] ?? params['missingProperty'];
  return typeof extra === 'string' ? `${error.instancePath}/${extra.replaceAll('~', '~0').replaceAll('/', '~1')}` : error.instancePath;
}

function expectation(error: ErrorObject): string {
  const { params } = error as { params: Record<string, unknown> };
  switch (error.keyword) {
    case 'additionalProperties': return 'no such key';
    case 'required': return 'a required key';
    case 'enum': return `one of ${(params['allowedValues'] as unknown[]).map(String).join(', ')}`;
    case 'const': return JSON.stringify(params['allowedValue']);
    default: return error.message ?? error.keyword;
  }
}

function quote(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text;
}

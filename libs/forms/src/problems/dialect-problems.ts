import { DIALECT_URI, escapePointer, isDialectKeyword, isRecord, resolveRef, subschemasOf, type JsonSchema } from '../schema/dialect.js';
import { FORMATS } from '../schema/formats.js';
import { compilePattern, MAX_PATTERN_LENGTH } from '../schema/pattern.js';
import { SCHEMA_LIMITS } from '../schema/schema-limits.js';
import { formProblem, same, type FormProblem } from './form-problem.js';

/**
 * Where a schema leaves the form dialect of JSON Schema 2020-12: unknown keywords, references out of the document, patterns that are not
 * RE2, formats that we do not know, sizes. `pointer`: where the schema lies. It says nothing of a keyword's value; `metaProblems` does.
 */
export function dialectProblems(schema: unknown, pointer = ''): FormProblem[] {
  const tooLarge = sizeProblems(schema, pointer);
  if (tooLarge.length > 0) return tooLarge;
  const problems: FormProblem[] = [];
  const open: { schema: unknown; pointer: string }[] = [{ schema, pointer }];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { schema: at, pointer: where } = next;
    if (!isRecord(at)) {
      if (typeof at !== 'boolean') problems.push(formProblem('schema.invalid', where, at, { ru: 'объект или true/false', en: 'an object or true/false' }));
      continue;
    }
    problems.push(...nodeProblems(at, where, where === pointer, schema as JsonSchema));
    for (const inner of subschemasOf(at)) open.push({ schema: inner.schema, pointer: where + inner.pointer });
  }
  return problems;
}

function nodeProblems(at: Record<string, unknown>, where: string, isRoot: boolean, root: JsonSchema): FormProblem[] {
  const problems: FormProblem[] = [];
  for (const keyword of Object.keys(at)) {
    const place = `${where}/${escapePointer(keyword)}`;
    if (keyword === '$schema' && isRoot) {
      if (String(at[keyword]).replace(/#$/u, '') !== DIALECT_URI) problems.push(formProblem('schema.dialect', place, at[keyword]));
    } else if (!isDialectKeyword(keyword)) problems.push(formProblem('schema.keyword', place, keyword));
  }
  if (Object.hasOwn(at, '$ref')) problems.push(...refProblems(at['$ref'], `${where}/$ref`, root));
  if (typeof at['pattern'] === 'string') problems.push(...patternProblems(at['pattern'], `${where}/pattern`));
  if (isRecord(at['patternProperties'])) {
    for (const name of Object.keys(at['patternProperties'])) problems.push(...patternProblems(name, `${where}/patternProperties/${escapePointer(name)}`));
  }
  if (Array.isArray(at['enum']) && at['enum'].length === 0) {
    problems.push(formProblem('schema.invalid', `${where}/enum`, at['enum'], { ru: 'хотя бы одно значение', en: 'at least one value' }));
  }
  if (typeof at['format'] === 'string' && !Object.hasOwn(FORMATS, at['format'])) problems.push(formProblem('schema.format', `${where}/format`, at['format']));
  return problems;
}

function refProblems(ref: unknown, where: string, root: JsonSchema): FormProblem[] {
  if (typeof ref !== 'string' || (ref !== '#' && !ref.startsWith('#/'))) return [formProblem('schema.ref', where, ref)];
  const seen = new Set<string>();
  for (let at: unknown = ref; typeof at === 'string';) {
    if (seen.has(at)) return [formProblem('schema.refRing', where, ref)];
    seen.add(at);
    const target = resolveRef(root, at);
    if (target === undefined) return [formProblem('schema.refMissing', where, at)];
    at = isRecord(target) && Object.keys(target).length === 1 ? target['$ref'] : undefined;
  }
  return [];
}

function patternProblems(source: string, where: string): FormProblem[] {
  if (source.length > MAX_PATTERN_LENGTH) return [formProblem('schema.patternLength', where, source)];
  try {
    compilePattern(source);
    return [];
  } catch (error) {
    return [formProblem('schema.pattern', where, source, same(error instanceof Error ? error.message : String(error)))];
  }
}

function sizeProblems(schema: unknown, pointer: string): FormProblem[] {
  let nodes = 0;
  let characters = 0;
  const open: { value: unknown; depth: number }[] = [{ value: schema, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (depth > SCHEMA_LIMITS.depth) return [formProblem('schema.depth', pointer, `> ${SCHEMA_LIMITS.depth}`)];
    characters += typeof value === 'string' ? value.length + 2 : 4;
    if (characters > SCHEMA_LIMITS.characters) return [formProblem('schema.size', pointer, `> ${SCHEMA_LIMITS.characters}`)];
    const inner = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
    if (isRecord(value)) {
      for (const name of Object.keys(value)) characters += name.length + 4;
      if (isSchemaLike(value)) nodes += 1;
      if (nodes > SCHEMA_LIMITS.nodes) return [formProblem('schema.nodes', pointer, `> ${SCHEMA_LIMITS.nodes}`)];
    }
    for (const item of inner) open.push({ value: item, depth: depth + 1 });
  }
  return [];
}

function isSchemaLike(value: Record<string, unknown>): boolean {
  return Object.keys(value).some((name) => name.startsWith('$') || isDialectKeyword(name));
}

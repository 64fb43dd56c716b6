import { pointerTo, shown, type BothTexts, type Finding, type ProblemCode } from './problem.js';

/** The part of JSON Schema in which the formats of `contracts` are written. Anything else in a schema is a fault of ours and throws. */
interface Schema {
  readonly type?: string;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: false | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly pattern?: string;
  readonly $ref?: string;
  readonly uniqueItems?: boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly definitions?: { readonly [name: string]: Schema };
}

const KNOWN = new Set([
  'type', 'properties', 'required', 'additionalProperties', 'propertyNames', 'items', 'enum', 'const', 'oneOf', 'pattern', '$ref', 'uniqueItems', 'minItems',
  'maxItems', 'minProperties', 'maxProperties', 'minLength', 'maxLength', 'minimum', 'maximum', 'definitions', '$id', '$schema', 'title', 'description',
]);

/** Deeper than any definition: deeper nesting is an attack on the stack. */
const MAX_DEPTH = 60;
const MAX_FINDINGS = 500;

/**
 * Where a document departs from its format, in words. An interpreter and not AJV, because the designer runs it in a browser whose content
 * policy forbids compiled code, and because "one of 9 alternatives failed" helps nobody: a variant is chosen by its `type`, or by the keys
 * that are there, and only its problems are told. Whether a document is valid, it says as AJV does (property-tested).
 */
export function schemaFindings(schema: unknown, value: unknown): readonly Finding[] {
  const root = schema as Schema;
  const findings: Finding[] = [];
  check(root, value, [], { root, findings });
  return findings;
}

interface Walk { readonly root: Schema; readonly findings: Finding[] }
type Path = readonly (string | number)[];
type ObjectValue = { readonly [name: string]: unknown };

function check(schema: Schema, value: unknown, path: Path, walk: Walk): void {
  if (walk.findings.length >= MAX_FINDINGS) return;
  if (path.length > MAX_DEPTH) return report(walk, 'definition.tooDeep', path, `${path.length} levels`, `at most ${MAX_DEPTH}`, { ru: 'Слишком глубокая вложенность', en: 'Nested too deeply' });
  for (const keyword of Object.keys(schema)) if (!KNOWN.has(keyword)) throw new Error(`schemaFindings does not know the keyword ${keyword}`);
  if (schema.$ref !== undefined) return check(resolve(schema.$ref, walk.root), value, path, walk);
  if (schema.oneOf !== undefined) return checkVariants(schema.oneOf, value, path, walk);
  if (schema.const !== undefined && !same(schema.const, value)) return wrongValue(walk, path, value, shown(schema.const));
  if (schema.enum !== undefined && !schema.enum.some((item) => same(item, value))) return wrongValue(walk, path, value, `one of ${schema.enum.map(shown).join(', ')}`);
  if (schema.type !== undefined && !isOfType(schema.type, value)) {
    return report(walk, 'definition.wrongType', path, `${kindOf(value)} ${shown(value)}`, kindName(schema.type), { ru: `Ожидается ${kindNameRu(schema.type)}`, en: `Expected ${kindName(schema.type)}` });
  }
  if (typeof value === 'string') checkText(schema, value, path, walk);
  else if (typeof value === 'number') checkRange(schema.minimum, schema.maximum, value, path, walk, 'a number');
  else if (Array.isArray(value)) checkArray(schema, value, path, walk);
  else if (isObject(value)) checkObject(schema, value, path, walk);
}

function checkText(schema: Schema, value: string, path: Path, walk: Walk): void {
  const length = [...value].length;
  checkRange(schema.minLength, schema.maxLength, length, path, walk, 'characters');
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) wrongValue(walk, path, value, `text like ${schema.pattern}`);
}

function checkArray(schema: Schema, value: readonly unknown[], path: Path, walk: Walk): void {
  checkRange(schema.minItems, schema.maxItems, value.length, path, walk, 'items');
  if (schema.uniqueItems === true && value.some((item, i) => value.slice(0, i).some((other) => same(other, item)))) wrongValue(walk, path, value, 'each item once');
  const { items } = schema;
  if (items !== undefined) value.forEach((item, i) => check(items, item, [...path, i], walk));
}

function checkObject(schema: Schema, value: ObjectValue, path: Path, walk: Walk): void {
  const keys = Object.keys(value);
  checkRange(schema.minProperties, schema.maxProperties, keys.length, path, walk, 'keys');
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(value, name)) {
      report(walk, 'definition.missing', path, `keys ${keys.join(', ') || 'none'}`, `the key "${name}"`, { ru: `Нет обязательного ключа «${name}»`, en: `The required key "${name}" is missing` });
    }
  }
  for (const name of keys) {
    const known = schema.properties !== undefined && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    if (known !== undefined) check(known, value[name], [...path, name], walk);
    else if (schema.additionalProperties === false) {
      const expected = Object.keys(schema.properties ?? {}).join(', ');
      report(walk, 'definition.unknownKey', [...path, name], `the key "${name}"`, `one of ${expected}`, { ru: `Неизвестный ключ «${name}»`, en: `Unknown key "${name}"` });
    } else if (schema.additionalProperties !== undefined) check(schema.additionalProperties, value[name], [...path, name], walk);
    if (schema.propertyNames !== undefined) check(schema.propertyNames, name, [...path, name], walk);
  }
}

/** The variant that is meant: by `type` where variants have one, else by what the value is and by its keys. */
function checkVariants(variants: readonly Schema[], value: unknown, path: Path, walk: Walk): void {
  const typed = variants.filter((variant) => variant.properties?.['type']?.const !== undefined);
  if (typed.length === variants.length && isObject(value)) {
    const meant = typed.find((variant) => same(variant.properties?.['type']?.const, value['type']));
    if (meant) return check(meant, value, path, walk);
    const expected = `one of ${typed.map((variant) => shown(variant.properties?.['type']?.const)).join(', ')}`;
    return report(walk, 'definition.unknownNodeType', [...path, 'type'], shown(value['type']), expected, { ru: `Неизвестный тип ${shown(value['type'])}`, en: `Unknown type ${shown(value['type'])}` });
  }
  const likely = variants.filter((variant) => accepts(variant, value));
  const meant = likely.length === 1 ? likely : likely.filter((variant) => isObject(value) && (variant.required ?? []).every((name) => Object.hasOwn(value, name)));
  if (meant.length === 1) return check(meant[0] as Schema, value, path, walk);
  const sound = meant.filter((variant) => {
    const inner: Walk = { root: walk.root, findings: [] };
    check(variant, value, path, inner);
    return inner.findings.length === 0;
  });
  if (sound.length === 1) return;
  wrongValue(walk, path, value, `one of ${variants.map(variantName).join(', ')}`);
}

function accepts(variant: Schema, value: unknown): boolean {
  if (variant.const !== undefined) return same(variant.const, value);
  return variant.type === undefined || isOfType(variant.type, value);
}

function variantName(variant: Schema): string {
  if (variant.const !== undefined) return shown(variant.const);
  return variant.type === 'object' ? `{${(variant.required ?? []).join(', ')}}` : kindName(variant.type ?? 'anything');
}

function checkRange(minimum: number | undefined, maximum: number | undefined, value: number, path: Path, walk: Walk, what: string): void {
  if (minimum !== undefined && value < minimum) wrongValue(walk, path, value, `at least ${minimum} ${what}`);
  if (maximum !== undefined && value > maximum) wrongValue(walk, path, value, `at most ${maximum} ${what}`);
}

function wrongValue(walk: Walk, path: Path, value: unknown, expected: string): void {
  report(walk, 'definition.wrongValue', path, shown(value), expected, { ru: `Недопустимое значение ${shown(value)}`, en: `The value ${shown(value)} is not allowed` });
}

function report(walk: Walk, code: ProblemCode, path: Path, found: string, expected: string, message: BothTexts): void {
  walk.findings.push({ severity: 'error', code, pointer: pointerTo(...path), found, expected, message, remedy: { ru: `Должно быть: ${expected}`, en: `Make it ${expected}` } });
}

function resolve(ref: string, root: Schema): Schema {
  const name = ref.replace('#/definitions/', '');
  const found = root.definitions?.[name];
  if (!found) throw new Error(`schemaFindings does not know the reference ${ref}`);
  return found;
}

function isObject(value: unknown): value is ObjectValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOfType(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return kindOf(value) === type;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

const KIND_NAMES: Readonly<Record<string, BothTexts>> = {
  object: { ru: 'объект', en: 'an object' }, array: { ru: 'список', en: 'a list' }, string: { ru: 'текст', en: 'a text' },
  number: { ru: 'число', en: 'a number' }, integer: { ru: 'целое число', en: 'a whole number' }, boolean: { ru: 'true или false', en: 'true or false' },
};

function kindName(type: string): string {
  return KIND_NAMES[type]?.en ?? type;
}

function kindNameRu(type: string): string {
  return KIND_NAMES[type]?.ru ?? type;
}

function same(left: unknown, right: unknown): boolean {
  return left === right || (typeof left === 'object' && left !== null && JSON.stringify(left) === JSON.stringify(right));
}

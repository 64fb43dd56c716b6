import type { FormDefinition, FormField } from '@reglament/contracts';
import { nodeAt, own, parsePath } from '../structure/form-path.js';
import type { StructureNode } from '../structure/structure.js';
import { formProblem, same, type FormProblem } from './form-problem.js';
import { widgetMisfit } from './widget-fit.js';

const CLAUSE_FIELDS = ['id', 'type', 'text'];

/** Where sections and fields do not fit the schema: unknown and doubled paths, a widget for another type, a required field nobody sees. */
export function uiProblems(definition: FormDefinition, structure: StructureNode): FormProblem[] {
  const problems: FormProblem[] = [];
  const shown = new Set<string>();
  const sections = new Set<string>();
  definition.ui.sections.forEach((section, index) => {
    const where = `/ui/sections/${index}`;
    if (sections.has(section.key)) problems.push(formProblem('ui.duplicateSection', `${where}/key`, section.key));
    sections.add(section.key);
    problems.push(...fieldsProblems(section.fields, structure, '', `${where}/fields`, shown));
  });
  problems.push(...missingFields(structure, '', shown, definition));
  return problems;
}

function fieldsProblems(fields: readonly FormField[], structure: StructureNode, prefix: string, where: string, shown: Set<string>): FormProblem[] {
  return fields.flatMap((field, index) => {
    const at = `${where}/${index}`;
    const path = prefix + field.path;
    const problems: FormProblem[] = shown.has(path) ? [formProblem('ui.duplicatePath', `${at}/path`, path)] : [];
    shown.add(path);
    if (field.widget === 'info') return problems;
    const node = nodeAt(structure, parsePath(field.path));
    if (node === null) return [...problems, formProblem('ui.unknownPath', `${at}/path`, field.path, same(namesOf(structure)))];
    const misfit = widgetMisfit(field, node);
    if (misfit !== null) return [...problems, formProblem('ui.widgetType', `${at}/widget`, field.widget, misfit)];
    problems.push(...optionProblems(field, node, at));
    if (field.widget === 'rows' && node.kind === 'list') {
      problems.push(...fieldsProblems(field.fields, node.item, `${path}[].`, `${at}/fields`, shown));
      problems.push(...missingFields(node.item, `${path}[].`, shown));
    }
    if (field.widget === 'clauseTree' && node.kind === 'list') problems.push(...clauseProblems(node, field.path, at));
    return problems;
  });
}

function optionProblems(field: FormField, node: StructureNode, at: string): FormProblem[] {
  if (field.widget !== 'select' && field.widget !== 'radio' && field.widget !== 'multiselect') return [];
  const { schema } = node.kind === 'list' ? node.item : node;
  const allowed = Array.isArray(schema['enum']) ? (schema['enum'] as unknown[]) : null;
  if (field.options === undefined) return allowed === null ? [formProblem('ui.noOptions', at, field.path)] : [];
  if (allowed === null) return [];
  return field.options.flatMap(({ value }, index) =>
    allowed.includes(value) ? [] : [formProblem('ui.optionValue', `${at}/options/${index}/value`, value, same(allowed.join(', ')))]);
}

function clauseProblems(node: StructureNode & { kind: 'list' }, path: string, at: string): FormProblem[] {
  const item = node.item;
  const name = path.split('.').at(-1) ?? path;
  const lacking = [...CLAUSE_FIELDS, name].filter((field) => item.kind === 'object' && !item.properties.has(field));
  const problems = lacking.length === 0 ? [] : [formProblem('ui.clauseFields', `${at}/path`, path, same(lacking.join(', ')))];
  for (const field of ['executor', 'controller']) {
    const party = item.kind === 'object' ? item.properties.get(field) : undefined;
    if (party !== undefined && party.schema['format'] !== 'party') {
      problems.push(formProblem('ui.widgetType', `${at}/path`, `${path}[].${field}`, { ru: 'поле типа string с format: party', en: 'a field of type string with format: party' }));
    }
  }
  return problems;
}

/** A required field that no section shows, without a default and not calculated: the form could never be submitted. */
function missingFields(node: StructureNode, prefix: string, shown: ReadonlySet<string>, definition?: FormDefinition): FormProblem[] {
  if (node.kind !== 'object') return [];
  const calculated = new Set((definition?.rules ?? []).flatMap((rule) => (rule.type === 'calculated' ? [rule.path] : [])));
  return [...node.required].flatMap((name) => {
    const property = own(Object.fromEntries(node.properties), name) as StructureNode | undefined;
    const path = prefix + name;
    const seen = [...shown].some((other) => other === path || other.startsWith(`${path}.`) || other.startsWith(`${path}[`));
    if (seen || property === undefined || calculated.has(path) || Object.hasOwn(property.schema, 'default')) return [];
    return prefix !== '' && name === 'id' ? [] : [formProblem('ui.missingField', '/ui/sections', path)];
  });
}

export function namesOf(structure: StructureNode): string {
  return structure.kind === 'object' ? [...structure.properties.keys()].slice(0, 40).join(', ') : '';
}

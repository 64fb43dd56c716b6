import type { FormField, FormWidget } from '@reglament/contracts';
import type { StructureNode } from '../structure/structure.js';
import type { Bilingual } from './form-problem.js';

interface Fit { readonly holds: (node: StructureNode) => boolean; readonly expected: Bilingual }

const text: Fit = { holds: (node) => node.kind === 'value' && allows(node, 'string'), expected: { ru: 'поле типа string', en: 'a field of type string' } };
const texts = (format: string): Fit => ({
  holds: (node) => node.kind === 'value' && node.schema['format'] === format,
  expected: { ru: `поле типа string с format: ${format}`, en: `a field of type string with format: ${format}` },
});
const choice: Fit = { holds: (node) => node.kind === 'value', expected: { ru: 'одно значение', en: 'one value' } };
const list: Fit = {
  holds: (node) => node.kind === 'list' && node.item.kind === 'value',
  expected: { ru: 'поле типа array со значениями в items', en: 'a field of type array with values in items' },
};
const rows: Fit = {
  holds: (node) => node.kind === 'list' && node.item.kind === 'object',
  expected: { ru: 'поле типа array с объектами в items', en: 'a field of type array with objects in items' },
};
const fileNode = (node: StructureNode): boolean => node.kind === 'object' && node.properties.get('id')?.schema['format'] === 'file';
const file: Fit = { holds: fileNode, expected: { ru: 'объект {id: format file, name}', en: 'an object {id: format file, name}' } };

const fits: Readonly<Record<Exclude<FormWidget, 'info'>, Fit>> = {
  text, textarea: text, date: texts('date'), party: texts('party'), document: texts('document'),
  number: {
    holds: (node) => node.kind === 'value' && (allows(node, 'number') || allows(node, 'integer')),
    expected: { ru: 'поле типа number или integer', en: 'a field of type number or integer' },
  },
  checkbox: { holds: (node) => node.kind === 'value' && allows(node, 'boolean'), expected: { ru: 'поле типа boolean', en: 'a field of type boolean' } },
  select: choice, radio: choice, calculated: choice, multiselect: list,
  parties: {
    holds: (node) => node.kind === 'list' && node.item.schema['format'] === 'party',
    expected: { ru: 'поле типа array, в items format: party', en: 'a field of type array whose items have format: party' },
  },
  file,
  files: { holds: (node) => node.kind === 'list' && fileNode(node.item), expected: { ru: 'список объектов {id: format file, name}', en: 'a list of objects {id: format file, name}' } },
  rows, clauseTree: rows,
};

/** What the schema would have to be for this widget; null where it fits. */
export function widgetMisfit(field: FormField, node: StructureNode): Bilingual | null {
  if (field.widget === 'info') return null;
  const fit = fits[field.widget];
  return fit.holds(node) ? null : fit.expected;
}

function allows({ schema }: StructureNode, type: string): boolean {
  if (schema['type'] === type || (Array.isArray(schema['type']) && schema['type'].includes(type))) return true;
  const values = Array.isArray(schema['enum']) ? schema['enum'] : Object.hasOwn(schema, 'const') ? [schema['const']] : [];
  return schema['type'] === undefined && values.some((value) => typeof value === (type === 'integer' ? 'number' : type));
}

import type { RegistryDefinition } from '@reglament/contracts';
import { nodeAt, parsePath, type StructureNode } from '@reglament/forms';
import type { PackageProblem } from './package-problem.js';

/** What `checkRegistries` knows of the form when it comes to the figures. */
export interface FigureSurroundings {
  readonly form: string;
  readonly structure: StructureNode;
  readonly field: (pointer: string, path: string, fits: (node: StructureNode) => boolean, what: string) => readonly PackageProblem[];
  readonly note: (pointer: string, found: string, expected: string) => PackageProblem;
}

/** What is wrong with the figures of a registry: fields that its form lacks, sums over words, values that the form does not let through. */
export function checkFigures({ figures = [] }: RegistryDefinition, { form, structure, field, note }: FigureSurroundings): readonly PackageProblem[] {
  return figures.flatMap((figure, f) => {
    const at = `/figures/${f}`;
    const conditions = [...(figure.where ?? []).map((condition, c) => ({ condition, pointer: `${at}/where/${c}` })), ...(figure.type === 'share' ? figure.of ?? [] : []).map((condition, c) => ({ condition, pointer: `${at}/of/${c}` }))];
    return [
      ...(figures.findIndex(({ key }) => key === figure.key) === f ? [] : [note(`${at}/key`, figure.key, 'a key that no figure before has')]),
      ...(figure.type === 'sum' || figure.type === 'mean' ? field(`${at}/field`, figure.field, isNumber, 'a number') : []),
      ...(figure.type === 'groups' ? field(`${at}/by`, figure.by, (node) => node.kind === 'value', 'one value') : []),
      ...conditions.flatMap(({ condition, pointer }) => {
        const unknown = field(`${pointer}/field`, condition.field, (node) => valuesIn(node) !== null, 'a value or a list of values');
        if (unknown.length > 0 || 'filled' in condition) return unknown;
        const [name, values] = 'anyOf' in condition ? ['anyOf', condition.anyOf] as const : ['noneOf', condition.noneOf] as const;
        const node = nodeAt(structure, parsePath(condition.field));
        const choice = node === null ? undefined : valuesIn(node)?.schema['enum'];
        if (!Array.isArray(choice)) return [];
        return values.flatMap((value, v) => (choice.includes(value) ? [] : [note(`${pointer}/${name}/${v}`, String(value), `one of the values that the form "${form}" lets through: ${choice.join(', ')}`)]));
      }),
    ];
  });
}

const isNumber = (node: StructureNode): boolean => node.kind === 'value' && ['number', 'integer'].includes(String(node.schema['type']));

/** The node whose schema says which values there are: the field itself, or the items of its list. */
function valuesIn(node: StructureNode): Extract<StructureNode, { readonly kind: 'value' }> | null {
  const held = node.kind === 'list' ? node.item : node;
  return held.kind === 'value' ? held : null;
}

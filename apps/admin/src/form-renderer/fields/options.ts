import { textIn, type FieldOption, type Locale } from '@reglament/contracts';
import type { StructureNode } from '@reglament/forms';

export interface Choice { readonly key: string; readonly value: unknown; readonly label: string; readonly description: string | null }

/** The choices of a field: its options, or where it has none the schema's values as they stand. `key` tells `1` from `"1"`. */
export function choicesOf(options: readonly FieldOption[] | undefined, node: StructureNode | null, locale: Locale): readonly Choice[] {
  if (options !== undefined) {
    return options.map(({ value, label, description }) => ({
      key: keyOf(value), value, label: textIn(label, locale), description: description === undefined ? null : textIn(description, locale),
    }));
  }
  const schema = node?.kind === 'list' ? node.item.schema : node?.schema;
  const values = Array.isArray(schema?.['enum']) ? (schema['enum'] as unknown[]) : [];
  return values.map((value) => ({ key: keyOf(value), value, label: String(value), description: null }));
}

export function keyOf(value: unknown): string {
  return `${typeof value}:${String(value)}`;
}

export function labelOf(choices: readonly Choice[], value: unknown): string {
  if (value === undefined || value === null) return '';
  return choices.find(({ key }) => key === keyOf(value))?.label ?? String(value);
}

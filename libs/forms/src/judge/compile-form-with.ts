import type { FormDefinition, FormField } from '@reglament/contracts';
import { compileRules, eachField, type CompiledRules } from '../rules/compiled-rule.js';
import type { SchemaValidator } from '../schema/as-validator.js';
import { nodeAt, parsePath } from '../structure/form-path.js';
import { structureOf, type StructureNode } from '../structure/structure.js';

export interface CompiledForm {
  readonly definition: FormDefinition;
  readonly structure: StructureNode;
  readonly rules: CompiledRules;
  readonly validate: SchemaValidator;
  /** Fields by full path (`items[].due`), in the order in which the form shows them. */
  readonly fields: ReadonlyMap<string, FormField>;
  readonly order: ReadonlyMap<string, number>;
}

/**
 * A form ready to judge, with a validator that was made elsewhere: in the browser the standalone module of the same definition, so that
 * AJV's compiler is not loaded there. The definition has passed `problemsOfForm`; a broken expression throws.
 */
export function compileFormWith(definition: FormDefinition, validate: SchemaValidator): CompiledForm {
  const fields = new Map<string, FormField>();
  for (const section of definition.ui.sections) eachField(section.fields, '', (field, path) => void fields.set(path, field));
  const structure = structureOf(definition.schema);
  return {
    definition,
    structure,
    rules: compileRules(definition.ui.sections, definition.rules ?? [], structure),
    validate,
    fields,
    order: orderOf(fields, structure),
  };
}

/** Places of fields in the form; the fields of a tree's clause come in the order in which its schema names them. */
function orderOf(fields: ReadonlyMap<string, FormField>, structure: StructureNode): Map<string, number> {
  const order = new Map<string, number>();
  for (const [path, field] of fields) {
    order.set(path, order.size);
    const item = field.widget === 'clauseTree' ? nodeAt(structure, parsePath(`${path}[]`)) : null;
    if (item?.kind === 'object') for (const name of item.properties.keys()) order.set(`${path}[].${name}`, order.size);
  }
  return order;
}

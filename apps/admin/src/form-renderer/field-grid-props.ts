import type { FormField } from '@reglament/contracts';
import type { StructureNode } from '@reglament/forms';

/** What lays out a list of fields: the form's sections, and every row of `rows`. */
export interface FieldGridProps {
  readonly fields: readonly FormField[];
  /** The object that holds the fields: empty for the form, `/items/2` for a row. */
  readonly pointer: string;
  /** Its path in the definition: empty, or `items[]`. */
  readonly path: string;
  readonly node: StructureNode | null;
  readonly reading: boolean;
}

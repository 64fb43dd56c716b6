import type { FormWidget } from '@reglament/contracts';
import type { StructureNode } from '@reglament/forms';
import type { ComponentType } from 'react';
import type { FieldOf } from '../lookups.js';

export interface FieldProps<W extends FormWidget> {
  readonly field: FieldOf<W>;
  /** Where the value lies in the data; RFC 6901. */
  readonly pointer: string;
  /** The field's path in the definition, rows as `items[]`. */
  readonly path: string;
  /** What the schema says of the value; null where the field holds none (`info`). */
  readonly node: StructureNode | null;
}

/** One widget: how it is filled in and how it reads when it may not be changed, on the screen and on paper. */
export interface FieldType<W extends FormWidget> {
  readonly widget: W;
  readonly Input: ComponentType<FieldProps<W>>;
  readonly Reading: ComponentType<FieldProps<W>>;
}

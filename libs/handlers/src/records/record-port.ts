import type { JsonObject, ServiceCall } from '../handler.js';

export interface RecordToWrite {
  readonly registry: string;
  /** Put over the record that is there, field by field. */
  readonly data: JsonObject;
  /** `record:<id>` of the record that is meant; null: the one with the natural key of the data, or a new one. */
  readonly reference: string | null;
  /** `organisation:<id>` that the record belongs to; null: the case's own. */
  readonly organisation: string | null;
}

export interface WrittenRecord { readonly reference: string; readonly created: boolean }

export interface RecordsToFind {
  readonly registry: string;
  /** Path of a field → the value, or the values one of which, it has; null: the field is empty. */
  readonly where: JsonObject;
  /** `record:<id>`; null: any. */
  readonly references: readonly string[] | null;
  readonly limit: number;
}

export interface FoundRecords { readonly records: readonly { readonly reference: string; readonly data: JsonObject }[]; readonly count: number }

/** Registries, as a handler reaches them: those of the case's organisation, of the ones above it and below it. */
export interface RecordPort {
  /** Once for one activity: a second delivery gets the answer of the first. */
  write(call: ServiceCall, record: RecordToWrite): Promise<WrittenRecord>;
  find(call: ServiceCall, wanted: RecordsToFind): Promise<FoundRecords>;
}

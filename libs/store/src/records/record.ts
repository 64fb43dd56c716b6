/** Data of a record: what its registry's form lets through, without empty values. */
export type RecordData = { readonly [field: string]: unknown };

export interface RegistryRecord {
  readonly id: string;
  readonly organisation: string;
  readonly path: string;
  readonly registry: string;
  readonly definitionHash: string;
  /** Counts writings; an ETag. */
  readonly version: number;
  /** Null after erasure, and so is the title. */
  readonly data: RecordData | null;
  readonly title: string | null;
  /** The party after which the record is called; its name is looked up, as it may have changed. */
  readonly titleParty: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const recordColumns = `r.id, r.organisation, r.path, r.registry, r.definition_hash as "definitionHash", r.version, r.data, r.title, r.title_party as "titleParty",
  r.created_at as "createdAt", r.updated_at as "updatedAt"`;

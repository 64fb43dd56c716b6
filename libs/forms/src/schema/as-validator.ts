export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Judges data by a schema of the form dialect alone: every error, or none. */
export type SchemaValidator = (data: unknown) => readonly SchemaError[];

interface GeneratedValidator {
  (data: unknown): unknown;
  errors?: readonly SchemaError[] | null;
}

/** AJV's convention (a boolean, the errors left on the function) as a plain function. */
export function asValidator(generated: (data: unknown) => unknown): SchemaValidator {
  const validate = generated as GeneratedValidator;
  return (data) => (validate(data) === true ? [] : (validate.errors ?? []));
}

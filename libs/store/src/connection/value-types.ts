import pg from 'pg';

const { builtins } = pg.types;

const parsers: { readonly [oid: number]: (text: string) => unknown } = {
  [builtins.TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
  // A calendar date has no zone: as a Date it would become another day west of Greenwich.
  [builtins.DATE]: (text) => text,
  // Sizes, counts and sequence numbers, all far below 2^53.
  [builtins.INT8]: Number,
};

/** Result types of the store's own connections; the driver's global table is not touched, as other libraries use it too. */
export const valueTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown => parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig;

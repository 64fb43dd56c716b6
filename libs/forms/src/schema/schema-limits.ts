/** Bounds of a form's schema (reliability §2.3): compiling 20,000 `allOf` takes seconds and half a gigabyte. `uniqueItems` is quadratic. */
export const SCHEMA_LIMITS = { characters: 200_000, depth: 32, nodes: 2_000, uniqueItems: 1_000 } as const;

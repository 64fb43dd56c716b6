/**
 * Bounds of a form's schema (reliability §2.3): compiling 20,000 `allOf` takes seconds and half a gigabyte. `uniqueItems` is quadratic.
 * `unfolded`: subschemas after every reference is written out.
 */
export const SCHEMA_LIMITS = { characters: 200_000, depth: 32, nodes: 2_000, uniqueItems: 1_000, unfolded: 10_000 } as const;

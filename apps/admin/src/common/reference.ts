/** The id inside a party reference: `organisation:<id>` → `<id>`. Lists and filters take ids, forms hold references. */
export const idOf = (reference: string): string => reference.slice(reference.indexOf(':') + 1);

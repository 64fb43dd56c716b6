type Json = Readonly<Record<string, unknown>>;

/** A copy of `data` with the value at an RFC 6901 pointer replaced. Segments that would name a prototype are left alone. */
export function setAt(data: Json, pointer: string, value: unknown): Json {
  const tokens = pointer.split('/').slice(1).map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  return tokens.length === 0 || tokens.includes('__proto__') ? data : (place(data, tokens, value) as Json);
}

function place(target: unknown, tokens: readonly string[], value: unknown): unknown {
  const [token, ...rest] = tokens;
  if (token === undefined) return value;
  if (Array.isArray(target)) {
    const copy: unknown[] = [...(target as unknown[])];
    const index = Number(token);
    if (Number.isInteger(index) && index >= 0 && index <= copy.length) copy[index] = place(copy[index], rest, value);
    return copy;
  }
  const source = typeof target === 'object' && target !== null ? (target as Json) : {};
  return { ...source, [token]: place(source[token], rest, value) };
}

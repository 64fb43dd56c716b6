/** Whether `path` is the organisation at `above` or lies below it. A common beginning of two names is not enough: `/1/2` is not above `/1/20`. */
export function isWithin(path: string, above: string): boolean {
  const stem = above.endsWith('/') ? above : `${above}/`;
  return path === above || path === stem || path.startsWith(stem);
}

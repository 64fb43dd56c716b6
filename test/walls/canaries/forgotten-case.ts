// linted as: libs/engine/src/index.ts
// caught by: @typescript-eslint/switch-exhaustiveness-check
export function length(kind: 'short' | 'long'): number {
  switch (kind) {
    case 'short':
      return 1;
  }
  return 0;
}

import type { DXT } from 'docxtemplater';

/** Listens to the template engine while it reads a template. */
export interface TagReader {
  readonly module: DXT.Module;
  /** The tags outside every loop and condition, as written, those of loops and conditions themselves included. */
  outermost(): readonly string[];
}

/**
 * The engine's own inspection makes objects with tags as their keys, so that `{#__proto__}` would reach every object of the process;
 * this keeps a list.
 */
export function createTagReader(): TagReader {
  const found = new Set<string>();
  const module: DXT.Module = {
    name: 'outermost-tags',
    set(given: unknown) {
      const parts = memberOf(memberOf(given, 'inspect'), 'postparsed');
      if (!Array.isArray(parts)) return;
      for (const part of parts) {
        const value = memberOf(part, 'value');
        if (memberOf(part, 'type') === 'placeholder' && typeof value === 'string') found.add(value);
      }
    },
    clone: () => module,
  };
  return { module, outermost: () => [...found] };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

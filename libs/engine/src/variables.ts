import type { Instance, Json, Variables } from './instance.js';

/**
 * Variables without copies that grow with their number: up to `WIDE` of them are copied when one changes; more are kept as a base that
 * is shared by all snapshots, with the few recent changes over it, and joined into one object only when somebody reads it.
 */
export interface VariableLayers { readonly base: Variables; readonly changes: Variables }

/** Copying 64 fields costs less than a microsecond; 600 cost 85 (V8 keeps so many in a hash table). */
const WIDE = 64;
const NONE: Variables = Object.freeze({});

const layersOfInstance = new WeakMap<Instance, VariableLayers>();
const joined = new WeakMap<VariableLayers, Variables>();
const wideObjects = new WeakSet<Variables>();

export function layersOf(instance: Instance): VariableLayers {
  return layersOfInstance.get(instance) ?? { base: instance.variables, changes: NONE };
}

export function readVariable(layers: VariableLayers, name: string): Json | undefined {
  if (Object.hasOwn(layers.changes, name)) return layers.changes[name];
  return Object.hasOwn(layers.base, name) ? layers.base[name] : undefined;
}

export function withVariables(layers: VariableLayers, written: Variables): VariableLayers {
  if (!isWide(layers.base)) return { base: { ...layers.base, ...layers.changes, ...written }, changes: NONE };
  const changes = { ...layers.changes, ...written };
  if (Object.keys(changes).length <= WIDE) return { base: layers.base, changes };
  // Every WIDE-th change at most pays for a copy, so the cost of one change stays bounded.
  return { base: { ...layers.base, ...changes }, changes: NONE };
}

export function joinVariables(layers: VariableLayers): Variables {
  if (layers.changes === NONE) return layers.base;
  let whole = joined.get(layers);
  if (!whole) {
    whole = { ...layers.base, ...layers.changes };
    joined.set(layers, whole);
  }
  return whole;
}

/**
 * The snapshot with its variables. A getter stands for them only while they are layered; whoever reads, serialises or spreads the
 * snapshot gets the whole object.
 */
export function instanceWith(fields: Omit<Instance, 'variables'>, layers: VariableLayers): Instance {
  if (layers.changes === NONE) return { ...fields, variables: layers.base };
  const instance: Instance = {
    ...fields,
    get variables(): Variables {
      return joinVariables(layers);
    },
  };
  layersOfInstance.set(instance, layers);
  return instance;
}

function isWide(variables: Variables): boolean {
  if (wideObjects.has(variables)) return true;
  if (Object.keys(variables).length <= WIDE) return false;
  wideObjects.add(variables);
  return true;
}

import fc from 'fast-check';
import type { Instance, Variables } from './instance.js';
import { instanceWith, joinVariables, layersOf, readVariable, withVariables } from './variables.js';

const fields = { id: 'case', status: 'active' } as unknown as Omit<Instance, 'variables'>;
const wide: Variables = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`v${i}`, { n: i }]));
const names = fc.oneof(fc.nat(599).map((i) => `v${i}`), fc.nat(200).map((i) => `new${i}`), fc.constantFrom('constructor', 'toString', 'hasOwnProperty'));
const writes = fc.array(fc.dictionary(names, fc.nat(), { maxKeys: 5 }), { maxLength: 120 });

describe('the variables of a snapshot', () => {
  test('are what was written last, however many there are and however often they change', () => {
    fc.assert(fc.property(fc.constantFrom<Variables>({}, { a: 1 }, wide), writes, (begun, written) => {
      let expected = { ...begun };
      let instance = instanceWith(fields, { base: begun, changes: Object.freeze({}) });
      for (const change of written) {
        expected = { ...expected, ...change };
        instance = instanceWith(fields, withVariables(layersOf(instance), change));
      }
      expect(instance.variables).toEqual(expected);
      expect(JSON.parse(JSON.stringify(instance))).toEqual({ ...fields, variables: expected });
      expect({ ...instance }.variables).toEqual(expected);
      for (const name of [...Object.keys(expected), 'valueOf', '__proto__']) {
        expect(readVariable(layersOf(instance), name)).toEqual(Object.hasOwn(expected, name) ? expected[name] : undefined);
      }
    }), { numRuns: 60 });
  });

  test('of a wide case are shared between snapshots, not copied, while only a few of them change', () => {
    const first = layersOf(instanceWith(fields, { base: wide, changes: Object.freeze({}) }));
    const second = withVariables(first, { v1: 1 });
    const third = withVariables(second, { v2: 2 });
    expect(third.base).toBe(wide);
    expect(joinVariables(third)).toMatchObject({ v1: 1, v2: 2, v3: { n: 3 } });
    expect(joinVariables(second)['v2']).toEqual({ n: 2 });
    expect(joinVariables(third)).toBe(joinVariables(third));
  });

  test('never keep so many changes apart that reading them grows without bound', () => {
    let layers = layersOf(instanceWith(fields, { base: wide, changes: Object.freeze({}) }));
    for (let i = 0; i < 600; i++) {
      layers = withVariables(layers, { [`v${i}`]: i });
      expect(Object.keys(layers.changes).length).toBeLessThanOrEqual(64);
    }
    expect(joinVariables(layers)).toEqual(Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`v${i}`, i])));
  });
});

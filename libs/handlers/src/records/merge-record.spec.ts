import fc from 'fast-check';
import type { JsonObject } from '../handler.js';
import { mergeRecord } from './merge-record.js';
import { naturalKeyOf } from './natural-key.js';

const field = fc.constantFrom('person', 'topic', 'hours', 'plan', 'tags');
const { value } = fc.letrec<{ value: JsonObject[string]; object: JsonObject }>((tie) => ({
  value: fc.oneof({ maxDepth: 2 }, fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string(), { maxLength: 3 }), tie('object')),
  object: fc.dictionary(field, tie('value'), { maxKeys: 4 }) as fc.Arbitrary<JsonObject>,
}));
const data = fc.dictionary(field, value) as fc.Arbitrary<JsonObject>;
const record = data.map((given) => mergeRecord({}, given));
const holdsNull = (given: unknown): boolean => given === null || (typeof given === 'object' && !Array.isArray(given) && Object.values(given as object).some(holdsNull));

describe('what is given to a record', () => {
  it('changes it once, however often it is given', () => {
    fc.assert(fc.property(record, data, (known, given) => {
      const once = mergeRecord(known, given);
      expect(mergeRecord(once, given)).toEqual(once);
      expect(holdsNull(once)).toBe(false);
    }));
  });

  it('leaves alone what it does not name, and takes away what it says is nothing', () => {
    fc.assert(fc.property(record, data, (known, given) => {
      const merged = mergeRecord(known, given);
      for (const [name, kept] of Object.entries(known)) if (!Object.hasOwn(given, name)) expect(merged[name]).toEqual(kept);
      for (const [name, now] of Object.entries(given)) expect(Object.hasOwn(merged, name)).toBe(now !== null);
    }));
  });

  it('in parts comes to the same in whichever order the parts come', () => {
    fc.assert(fc.property(record, data, fc.array(field, { maxLength: 5 }), (known, given, first) => {
      const part = (own: boolean): JsonObject => Object.fromEntries(Object.entries(given).filter(([name]) => (first as readonly string[]).includes(name) === own));
      expect(mergeRecord(mergeRecord(known, part(true)), part(false))).toEqual(mergeRecord(mergeRecord(known, part(false)), part(true)));
    }));
  });
});

describe('the natural key', () => {
  const key = (given: JsonObject) => naturalKeyOf(given, ['person', 'plan.topic']);

  it('stays while its fields stay, whatever else is given', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''), fc.integer(), record, (person, topic, rest) => {
      const known = mergeRecord(rest, { person, plan: { topic } });
      const { person: _person, plan: _plan, ...others } = rest;
      expect(key(mergeRecord(known, others))).toEqual(key(known));
      expect(key(known)).toEqual(key({ person, plan: { topic } }));
    }));
  });

  it('is one for texts that look alike, and another for another value or type', () => {
    const of = (person: JsonObject[string], topic: JsonObject[string] = 'a') => key({ person, plan: { topic } });
    expect(of('Ёлкина  Анна ')).toEqual(of('Ёлкина Анна'.normalize('NFD')));
    expect(of('1')).not.toEqual(of(1));
    expect(of('a', 'b')).not.toEqual(of('b', 'a'));
    expect(of('ab', 'c')).not.toEqual(of('a', 'bc'));
  });

  it('is missing where one of its fields is, and says which', () => {
    expect(key({ person: '  ' })).toEqual({ kind: 'missing', fields: ['person', 'plan.topic'] });
    expect(key({ person: 'a', plan: 'text' })).toEqual({ kind: 'missing', fields: ['plan.topic'] });
  });
});

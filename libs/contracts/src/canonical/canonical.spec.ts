import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { CanonicalJsonError, canonicalJson } from './canonical-json.js';
import { contentHash } from './content-hash.js';
import { sha256Hex } from './sha256.js';

/** The same value with the members of every object written in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, member]) => [key, reversed(member)]));
}

describe('canonical JSON', () => {
  it('writes members in code-unit order, without white space, at every level', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ё' }], a: true, Я: 1e21, '10': 1, '2': 2 })).toBe(
      '{"10":1,"2":2,"a":true,"b":[1,{"c":"ё","d":null}],"Я":1e+21}',
    );
  });

  it('writes the example of RFC 8785 §3.2.2', () => {
    const example = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '€$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('does not depend on the order in which members were written', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => canonicalJson(reversed(value)) === canonicalJson(value)));
  });

  it('is a fixed point: reading it and writing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('leaves out undefined members and writes dates as JSON does', () => {
    expect(canonicalJson({ at: new Date(0), no: undefined })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
  });

  it('refuses what JSON cannot carry instead of writing null', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    for (const value of [NaN, Infinity, undefined, [undefined], 1n, () => 1, { a: NaN }, '\ud800', cycle]) {
      expect(() => canonicalJson(value)).toThrow(CanonicalJsonError);
    }
  });
});

describe('content hash', () => {
  it('equals the hash of node:crypto for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
    );
  });

  it('answers the vectors of FIPS 180-4', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('is the hash of the canonical text', () => {
    expect(contentHash({ b: 1, a: 2 })).toBe(sha256Hex('{"a":2,"b":1}'));
  });
});

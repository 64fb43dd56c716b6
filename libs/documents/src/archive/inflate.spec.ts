import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { inflateBounded } from './inflate.js';

describe('unpacking with a stop', () => {
  const packed = fc.record({
    bytes: fc.oneof(fc.uint8Array({ maxLength: 5_000 }), fc.array(fc.constantFrom('приказ ', 'аа', 'xyz'), { maxLength: 3_000 }).map((words) => new Uint8Array(Buffer.from(words.join(''))))),
    level: fc.constantFrom(0, 1, 6, 9),
    strategy: fc.constantFrom(0, 2, 3, 4),
  });

  it('gives back what zlib packed, at every level and strategy', () => {
    fc.assert(fc.property(packed, ({ bytes, level, strategy }) => {
      expect(Buffer.compare(inflateBounded(deflateRawSync(bytes, { level, strategy }), bytes.length), bytes)).toBe(0);
    }));
  });

  it('stops at the limit', () => {
    fc.assert(fc.property(packed.filter(({ bytes }) => bytes.length > 0), ({ bytes, level }) => {
      expect(() => inflateBounded(deflateRawSync(bytes, { level }), bytes.length - 1)).toThrow('too-long');
    }));
  });

  it('refuses any broken stream by its own error and never hangs', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      try {
        inflateBounded(bytes, 10_000);
      } catch (error) {
        expect(error).toMatchObject({ name: 'InflateError' });
      }
    }), { numRuns: 2_000 });
  });

  it('refuses a stream that was cut', () => {
    const whole = deflateRawSync(Buffer.from('приказ '.repeat(500)));
    for (let cut = 0; cut < whole.length; cut++) expect(() => inflateBounded(whole.subarray(0, cut), 10_000)).toThrow('broken');
  });
});

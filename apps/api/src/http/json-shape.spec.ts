import fc from 'fast-check';
import { jsonShapeFault, MAX_DEPTH } from './json-shape.js';

describe('the shape of a JSON text', () => {
  it('passes every value that was written by JSON.stringify and is not too deep', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => jsonShapeFault(JSON.stringify(value)) === null));
  });

  it('refuses nesting beyond the limit without recursing', () => {
    expect(jsonShapeFault('['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH))).toBeNull();
    expect(jsonShapeFault('['.repeat(100_000))).toBe('tooDeep');
  });

  it('refuses a name that is given twice, however it is escaped', () => {
    expect(jsonShapeFault('{"a":1,"b":{"a":2}}')).toBeNull();
    expect(jsonShapeFault('{"a":1,"\\u0061":2}')).toBe('duplicateName');
  });

  it('is not confused by braces, colons and quotes inside strings', () => {
    expect(jsonShapeFault('{"a":"{\\"a\\":[[[","b":":"}')).toBeNull();
  });
});

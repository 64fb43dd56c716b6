import * as fc from 'fast-check';
import { csv } from './csv.js';

const body = (text: string): string => csv(['h'], [[text]]).slice('\ufeffh\r\n'.length, -2);

describe('csv', () => {
  it('never lets a cell begin with what a spreadsheet runs', () => {
    fc.assert(fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (first, rest) => {
      expect(body(first + rest).replace(/^"/, '').startsWith("'")).toBe(true);
    }));
  });

  it('keeps every other text whole', () => {
    fc.assert(fc.property(fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text)), (text) => {
      const written = body(text);
      expect(written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written).toBe(text);
    }));
  });

  it('writes a journal as Excel in Russian opens it', () => {
    expect(csv(['№', 'Заголовок'], [['110а', 'О «плане»; часть 1']])).toBe('\ufeff№;Заголовок\r\n110а;"О «плане»; часть 1"\r\n');
  });
});

import { inflateSync } from 'node:zlib';
import { crc32 } from 'node:zlib';
import { barcodeModules } from './barcode.js';
import { pngOfModules } from './png.js';

describe('the barcode', () => {
  const modules = barcodeModules('https://example.org/d/7F3A91C2');

  it('is a square with the three finder patterns of a QR code', () => {
    const size = modules.length;
    expect(modules.every((row) => row.length === size) && (size - 17) % 4 === 0).toBe(true);
    const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
    const at = (y: number, x: number) => finder.map((_row, i) => modules[y + i]!.slice(x, x + 7).map((dark) => (dark ? '#' : '.')).join(''));
    expect([at(0, 0), at(0, size - 7), at(size - 7, 0)]).toEqual([finder, finder, finder]);
  });

  it('is a well-formed PNG with the same modules', () => {
    const png = Buffer.from(pngOfModules(modules, 2));
    const chunks: { type: string; data: Buffer }[] = [];
    for (let at = 8; at < png.length; ) {
      const length = png.readUInt32BE(at);
      const body = png.subarray(at + 4, at + 8 + length);
      expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body));
      chunks.push({ type: body.subarray(0, 4).toString(), data: body.subarray(4) });
      at += 12 + length;
    }
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
    const size = (modules.length + 8) * 2;
    const pixels = inflateSync(chunks[1]!.data);
    const row = Math.ceil(size / 8) + 1;
    const isDark = (y: number, x: number) => (pixels[(y + 4) * 2 * row + 1 + (((x + 4) * 2) >> 3)]! & (0x80 >> (((x + 4) * 2) & 7))) === 0;
    expect(modules.map((line, y) => line.map((_dark, x) => isDark(y, x)))).toEqual(modules);
  });
});

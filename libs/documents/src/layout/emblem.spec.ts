import { deflateSync } from 'node:zlib';
import PizZip from 'pizzip';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { orderKind } from '../fixtures/order-kind.js';
import { orderModel } from '../fixtures/order-model.js';
import { renderDocx } from '../render/render-docx.js';
import { renderPdf } from '../render/render-pdf.js';
import type { DocumentToPrint } from './document-to-print.js';
import { emblemLimits, readEmblem } from './emblem.js';
import { layoutDocument } from './layout-document.js';
import { layoutProfiles } from './layout-profiles.js';

const resolve = createRequire(join(process.cwd(), 'package.json')).resolve;
const font = (name: string) => new Uint8Array(readFileSync(resolve(`@expo-google-fonts/tinos/${name}`)));
const fonts = { regular: font('400Regular/Tinos_400Regular.ttf'), bold: font('700Bold/Tinos_700Bold.ttf') };

function chunk(type: string, data: Uint8Array): Buffer {
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, checksum]);
}
interface Png { width?: number; height?: number; depth?: number; colour?: number; interlace?: number; filter?: number; pixels?: (packed: Buffer) => Buffer; end?: boolean }
function png({ width = 30, height = 40, depth = 8, colour = 6, interlace = 0, filter = 0, pixels = (packed) => packed, end = true }: Png = {}): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, interlace], 8);
  const row = Buffer.from([filter, ...new Array<number>(width * 4).fill(127)]);
  const data = pixels(deflateSync(Buffer.concat(Array.from({ length: Math.min(height, 2_000) }, () => row))));
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', data), ...(end ? [chunk('IEND', Buffer.alloc(0))] : [])]));
}
const print = (more: Partial<DocumentToPrint> = {}, key = 'gost-2025'): DocumentToPrint => ({
  model: orderModel, kind: orderKind, profile: layoutProfiles.find((profile) => profile.key === key)!, printedAt: '2026-06-25T07:05:00Z', emblem: { png: png() }, ...more,
});
const pictureOf = (of: DocumentToPrint) => layoutDocument(of).blocks.find((block) => block.type === 'picture');

jest.setTimeout(120_000);

describe('an emblem that is taken in', () => {
  it('is a PNG of moderate size', () => {
    expect(readEmblem(png())).toEqual({ ok: true, width: 30, height: 40 });
  });

  it.each<[string, Uint8Array, string]>([
    ['something else', new Uint8Array(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'.padEnd(60))), 'not-a-png'],
    ['nothing', new Uint8Array(0), 'not-a-png'],
    ['too many bytes', new Uint8Array(emblemLimits.bytes + 1), 'too-large'],
    ['too many pixels, said in a few bytes', png({ width: 60_000, height: 60_000, pixels: () => Buffer.from([0x78, 1, 3, 0, 0, 0, 0, 1]) }), 'too-large'],
    ['no pixels', png({ width: 0 }), 'damaged'],
    ['an unknown colour type', png({ colour: 5 }), 'damaged'],
    ['interlacing', png({ interlace: 1 }), 'unsupported'],
    ['sixteen bits', png({ depth: 16 }), 'unsupported'],
    ['a palette that is not there', png({ colour: 3 }), 'damaged'],
    ['rows that are missing', png({ height: 41, pixels: () => deflateSync(Buffer.alloc(121 * 40)) }), 'damaged'],
    ['more rows than it says', png({ pixels: () => deflateSync(Buffer.alloc(121 * 41)) }), 'damaged'],
    ['a filter that does not exist', png({ filter: 5 }), 'damaged'],
    ['pixels that do not unpack', png({ pixels: (packed) => packed.fill(0xff, 2) }), 'damaged'],
    ['a wrong checksum', png({ pixels: (packed) => packed.fill(0, packed.length - 4) }), 'damaged'],
    ['no end', png({ end: false }), 'damaged'],
  ])('is refused with %s', (_name, bytes, fault) => {
    expect(readEmblem(bytes)).toEqual({ ok: false, fault });
  });

  it('is refused, not trusted, whatever byte of it is changed', () => {
    const whole = png({ width: 4, height: 3 });
    for (let at = 8; at < whole.length; at++) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x5a;
      expect(() => readEmblem(changed)).not.toThrow();
    }
  });
});

describe('the emblem in the head', () => {
  it('stands 10 mm from the edge in the middle above the name, which makes way for it', () => {
    expect(pictureOf(print())).toMatchObject({ topMm: 10, heightMm: 17, widthMm: 12.75, leftMm: 30 + (170 - 12.75) / 2 });
    const name = layoutDocument(print()).blocks.find((block) => block.type === 'paragraph');
    expect(name?.type === 'paragraph' && name.beforePt).toBeCloseTo((9 * 72) / 25.4, 3);
  });

  it('stands above the corner that the name takes, and is never wider than it', () => {
    expect(pictureOf(print({}, 'gost-2025-corner'))).toMatchObject({ leftMm: 30 + (80 - 12.75) / 2 });
    expect(pictureOf(print({ emblem: { png: png({ width: 900, height: 20 }) } }, 'gost-2025-corner'))).toMatchObject({ leftMm: 30, widthMm: 80 });
  });

  it('is left out where nobody gave one, the profile has none, or a stamp of approval stands in the place of a letterhead', () => {
    const { emblem: _emblem, ...profile } = layoutProfiles[0]!;
    const { emblem: _none, ...without } = print();
    const stamped = { ...orderModel, requisites: { ...orderModel.requisites, stamps: [{ type: 'approved-by-document' as const, document: 'приказом' }] } };
    for (const each of [without, print({ profile }), print({ profile: { ...profile, emblem: { allowed: false, height: 17, distanceFromEdge: 10 } } }), print({ model: stamped })]) expect(pictureOf(each)).toBeUndefined();
  });

  it('stops a document rather than spoil it when it is unusable', () => {
    expect(() => layoutDocument(print({ emblem: { png: png({ filter: 9 }) } }))).toThrow(/document\.emblem-unusable.*damaged/);
  });

  it.each([2, 6])('is at the same place of DOCX and PDF, and both are the same bytes again (colour type %s)', async (colour) => {
    const row = Buffer.from([0, ...new Array<number>(30 * (colour === 2 ? 3 : 4)).fill(90)]);
    const of = print({ emblem: { png: png({ colour, pixels: () => deflateSync(Buffer.concat(Array.from({ length: 40 }, () => row))) }) } });
    const [docx, pdf] = [await renderDocx(of), await renderPdf(of, fonts)];
    const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? '';
    const emu = (mm: number) => String(Math.round(mm * 36_000));
    expect([...xml.matchAll(/<wp:posOffset>(\d+)/gu)].map((match) => match[1])).toEqual([emu(30 + (170 - 12.75) / 2), emu(10)]);
    const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"/u.exec(xml) ?? [];
    expect([Number(cx) / 36_000, Number(cy) / 36_000].map((mm) => Math.round(mm * 10) / 10)).toEqual([12.8, 17]);
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Subtype \/Image[\s\S]*\/Width 30[\s\S]*\/Height 40/u);
    expect(Buffer.compare(Buffer.from(pdf), Buffer.from(await renderPdf(of, fonts)))).toBe(0);
    expect(Buffer.compare(Buffer.from(docx), Buffer.from(await renderDocx(of)))).toBe(0);
  });
});

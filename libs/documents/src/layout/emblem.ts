import { InflateError, inflateBounded } from '../archive/inflate.js';
import { DocumentError } from '../document-error.js';
import { adler32, joinBytes } from '../render/png.js';
import type { PictureBlock } from './blocks.js';
import type { DocumentToPrint } from './document-to-print.js';
import type { Sheet } from './sheet.js';

/** What an emblem may be: a PNG of eight bits per sample or of a palette, without interlacing. A square of 17 mm in 600 dots per inch has 400 of them. */
export const emblemLimits = { bytes: 512 * 1024, side: 1_000 } as const;

export type EmblemFault = 'not-a-png' | 'too-large' | 'unsupported' | 'damaged';
export type EmblemReading = { readonly ok: true; readonly width: number; readonly height: number } | { readonly ok: false; readonly fault: EmblemFault };

/** Air between the emblem and the name of the organisation under it. */
const belowMm = 2;
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Samples of a pixel by the colour type of ISO/IEC 15948. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * Whether a file can stand as an emblem, for whoever takes it in. The pixels are unpacked, since a damaged picture would be found out only
 * while a document is made.
 */
export function readEmblem(png: Uint8Array): EmblemReading {
  if (png.length > emblemLimits.bytes) return { ok: false, fault: 'too-large' };
  if (png.length < 33 || signature.some((byte, i) => png[i] !== byte)) return { ok: false, fault: 'not-a-png' };
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height, depth, colours, interlaced] = [view.getUint32(16), view.getUint32(20), view.getUint8(24), samples[view.getUint8(25)], view.getUint8(28)];
  if (width > emblemLimits.side || height > emblemLimits.side) return { ok: false, fault: 'too-large' };
  if (width === 0 || height === 0 || colours === undefined) return { ok: false, fault: 'damaged' };
  const isPalette = view.getUint8(25) === 3;
  if (interlaced !== 0 || (isPalette ? depth > 8 : depth !== 8)) return { ok: false, fault: 'unsupported' };
  const row = Math.ceil((width * colours * depth) / 8) + 1;
  return isSound(png, view, { row, height, isPalette }) ? { ok: true, width, height } : { ok: false, fault: 'damaged' };
}

/** Whether the picture's data unpack to as many rows as the head says, each with a filter that exists, and the palette is there. */
function isSound(png: Uint8Array, view: DataView, { row, height, isPalette }: { row: number; height: number; isPalette: boolean }): boolean {
  const parts: Uint8Array[] = [];
  const seen = new Set<string>();
  for (let at = 8; at + 12 <= png.length && !seen.has('IEND');) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    seen.add(type);
    if (type === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const packed = joinBytes(parts);
  if (!seen.has('IEND') || (isPalette && !seen.has('PLTE')) || packed.length < 6) return false;
  const rows = unpacked(packed.subarray(2), row * height);
  if (rows?.length !== row * height || adler32(rows) !== new DataView(packed.buffer).getUint32(packed.length - 4)) return false;
  return Array.from({ length: height }, (_row, i) => rows[i * row] ?? 0).every((filter) => filter <= 4);
}

function unpacked(deflated: Uint8Array, length: number): Uint8Array | undefined {
  try {
    return inflateBounded(deflated, length);
  } catch (error) {
    if (error instanceof InflateError) return undefined;
    throw error;
  }
}

/**
 * The emblem above the name of the organisation, in the middle of the room that the name takes (ГОСТ Р 7.0.97: in the top margin, at least 10 mm
 * from the edge). A document with a stamp of approval has no letterhead and so no emblem.
 *
 * @param zoneMm width of the organisation's zone, from the left margin
 * @returns nothing where profile or organisation has none; `clearMm` is the height that the text has to leave free below the top margin
 * @throws DocumentError `document.emblem-unusable`
 */
export function emblemBlock({ emblem, model, profile }: DocumentToPrint, sheet: Sheet, zoneMm: number): { picture: PictureBlock; clearMm: number } | null {
  if (emblem === undefined || profile.emblem?.allowed !== true || model.requisites.organisation.length === 0 || (model.requisites.stamps ?? []).length > 0) return null;
  const read = readEmblem(emblem.png);
  if (!read.ok) throw new DocumentError('document.emblem-unusable', { found: read.fault, expected: 'a PNG within the limits', at: 'emblem' });
  const { height, distanceFromEdge } = profile.emblem;
  const scale = Math.min(height / read.height, zoneMm / read.width);
  const [widthMm, heightMm] = [read.width * scale, read.height * scale];
  return {
    picture: { type: 'picture', png: emblem.png, widthMm, heightMm, leftMm: sheet.leftMm + (zoneMm - widthMm) / 2, topMm: distanceFromEdge, title: 'Эмблема' },
    clearMm: Math.max(0, distanceFromEdge + heightMm + belowMm - profile.margins.top),
  };
}

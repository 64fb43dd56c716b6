/** Beginnings of files, by the formats' own specifications. */
const SIGNATURES: readonly { readonly type: string; readonly bytes: readonly number[]; readonly at?: number }[] = [
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/tiff', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { type: 'image/tiff', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { type: 'image/webp', bytes: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { type: 'application/rtf', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { type: 'video/mp4', bytes: [0x66, 0x74, 0x79, 0x70], at: 4 },
  // Old Word, Excel and PowerPoint are one container format; which of them it is does not matter for keeping it.
  { type: 'application/msword', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Office formats are ZIP archives; a part that each of them must have stands uncompressed in the local file headers. */
const INSIDE_ZIP: readonly (readonly [part: string, type: string])[] = [
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text'],
  ['mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

/**
 * Media type by content alone: what a browser claims, and what a name ends with, are not believed. Text is what is valid UTF-8 without
 * control characters; HTML and SVG are text too, so they are never served as something that runs.
 */
export function sniffType(bytes: Uint8Array): string {
  const found = SIGNATURES.find((signature) => startsWith(bytes, signature.bytes, signature.at ?? 0));
  if (found !== undefined) return found.type;
  if (startsWith(bytes, ZIP, 0)) return zipType(bytes);
  return isText(bytes) ? 'text/plain' : 'application/octet-stream';
}

function startsWith(bytes: Uint8Array, wanted: readonly number[], at: number): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

function zipType(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return INSIDE_ZIP.find(([part]) => text.includes(part))?.[1] ?? 'application/zip';
}

function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text);
  } catch {
    return false;
  }
}

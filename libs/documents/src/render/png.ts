/**
 * A black and white PNG (ISO/IEC 15948) of square modules, `scale` pixels each, with a light border of four modules as barcodes need. The
 * pixels are stored without compression, so nothing but checksums has to be computed.
 */
export function pngOfModules(modules: readonly (readonly boolean[])[], scale: number): Uint8Array {
  const border = 4;
  const size = (modules.length + 2 * border) * scale;
  const rowBytes = Math.ceil(size / 8);
  const pixels = new Uint8Array((rowBytes + 1) * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const dark = modules[Math.floor(y / scale) - border]?.[Math.floor(x / scale) - border] === true;
      if (!dark) pixels[y * (rowBytes + 1) + 1 + (x >> 3)] = (pixels[y * (rowBytes + 1) + 1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  header[8] = 1;
  return joinBytes([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', zlibStored(pixels)), chunk('IEND', new Uint8Array(0))]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joinBytes([Uint8Array.from(type, (letter) => letter.charCodeAt(0)), data]);
  return joinBytes([uint32(data.length), body, uint32(crc32(body))]);
}

/** A zlib stream (RFC 1950) of stored blocks. */
function zlibStored(data: Uint8Array): Uint8Array {
  const largest = 65_535;
  const parts: Uint8Array[] = [new Uint8Array([0x78, 0x01])];
  for (let at = 0; at < data.length; at += largest) {
    const block = data.subarray(at, at + largest);
    const last = at + largest >= data.length ? 1 : 0;
    parts.push(new Uint8Array([last, block.length & 0xff, block.length >> 8, ~block.length & 0xff, (~block.length >> 8) & 0xff]), block);
  }
  return joinBytes([...parts, uint32(adler32(data))]);
}

/** Checksum of a zlib stream (RFC 1950). */
export function adler32(data: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of data) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return ((b << 16) | a) >>> 0;
}

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function uint32(value: number): Uint8Array {
  return new Uint8Array([value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]);
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

import { HuffmanTable, fixedLiterals, fixedDistances } from './huffman.js';

/** A deflate stream that is broken, ends early, or gives more than the limit. */
export class InflateError extends Error {
  constructor(readonly code: 'broken' | 'too-long') {
    super(`inflate: ${code}`);
    this.name = 'InflateError';
  }
}

const lengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBase = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const distanceExtra = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * Unpacks a raw deflate stream (RFC 1951) and stops at the limit. Libraries for zip files unpack first and measure then, which is too late
 * for an archive that was made to fill the memory.
 *
 * @param limit bytes that the result may have at most; the memory for them is taken at once.
 * @throws InflateError
 */
export function inflateBounded(packed: Uint8Array, limit: number): Uint8Array {
  return new Inflater(packed, limit).run();
}

class Inflater {
  private readonly out: Uint8Array;
  private length = 0;
  private at = 0;
  private bits = 0;
  private count = 0;

  constructor(private readonly packed: Uint8Array, limit: number) {
    this.out = new Uint8Array(limit);
  }

  run(): Uint8Array {
    for (;;) {
      const last = this.read(1) === 1;
      const type = this.read(2);
      if (type === 0) this.stored();
      else if (type === 1) this.compressed(fixedLiterals, fixedDistances);
      else if (type === 2) this.dynamic();
      else throw new InflateError('broken');
      if (last) return this.out.subarray(0, this.length);
    }
  }

  private stored(): void {
    this.at -= this.count >> 3;
    [this.bits, this.count] = [0, 0];
    const size = this.byte(0) | (this.byte(1) << 8);
    if ((size ^ (this.byte(2) | (this.byte(3) << 8))) !== 0xffff) throw new InflateError('broken');
    const from = this.at + 4;
    if (from + size > this.packed.length) throw new InflateError('broken');
    if (this.length + size > this.out.length) throw new InflateError('too-long');
    this.out.set(this.packed.subarray(from, from + size), this.length);
    this.length += size;
    this.at = from + size;
  }

  private byte(offset: number): number {
    const value = this.packed[this.at + offset];
    if (value === undefined) throw new InflateError('broken');
    return value;
  }

  private dynamic(): void {
    const [literals, distances, codes] = [this.read(5) + 257, this.read(5) + 1, this.read(4) + 4];
    const codeLengths = new Uint8Array(19);
    for (let i = 0; i < codes; i++) codeLengths[codeLengthOrder[i] ?? 0] = this.read(3);
    const table = new HuffmanTable(codeLengths);
    const lengths = new Uint8Array(literals + distances);
    for (let i = 0; i < lengths.length; ) {
      const symbol = this.symbol(table);
      if (symbol < 16) lengths[i++] = symbol;
      else {
        if (symbol === 16 && i === 0) throw new InflateError('broken');
        const value = symbol === 16 ? (lengths[i - 1] ?? 0) : 0;
        const repeat = symbol === 16 ? 3 + this.read(2) : symbol === 17 ? 3 + this.read(3) : 11 + this.read(7);
        if (i + repeat > lengths.length) throw new InflateError('broken');
        lengths.fill(value, i, i + repeat);
        i += repeat;
      }
    }
    this.compressed(new HuffmanTable(lengths.subarray(0, literals)), new HuffmanTable(lengths.subarray(literals)));
  }

  private compressed(literals: HuffmanTable, distances: HuffmanTable): void {
    for (;;) {
      const symbol = this.symbol(literals);
      if (symbol === 256) return;
      if (symbol < 256) {
        if (this.length === this.out.length) throw new InflateError('too-long');
        this.out[this.length++] = symbol;
        continue;
      }
      const base = lengthBase[symbol - 257];
      if (base === undefined) throw new InflateError('broken');
      const size = base + this.read(lengthExtra[symbol - 257] ?? 0);
      const code = this.symbol(distances);
      const far = distanceBase[code];
      if (far === undefined) throw new InflateError('broken');
      this.copy(far + this.read(distanceExtra[code] ?? 0), size);
    }
  }

  /** Byte by byte: a distance shorter than the length repeats what has just been written. */
  private copy(distance: number, size: number): void {
    if (distance > this.length) throw new InflateError('broken');
    if (this.length + size > this.out.length) throw new InflateError('too-long');
    const { out } = this;
    for (let to = this.length, from = to - distance; to < this.length + size; to++, from++) out[to] = out[from] ?? 0;
    this.length += size;
  }

  private symbol(table: HuffmanTable): number {
    this.fill(HuffmanTable.longest);
    const entry = table.lookup(this.bits & 0x7fff);
    const size = entry & 15;
    if (size === 0 || size > this.count) throw new InflateError('broken');
    this.bits >>>= size;
    this.count -= size;
    return entry >> 4;
  }

  private read(size: number): number {
    this.fill(size);
    if (size > this.count) throw new InflateError('broken');
    const value = this.bits & ((1 << size) - 1);
    this.bits >>>= size;
    this.count -= size;
    return value;
  }

  /** At the end of the stream fewer bits than asked for may be left; whoever needs them notices. */
  private fill(size: number): void {
    while (this.count < size && this.at < this.packed.length) {
      this.bits |= (this.packed[this.at++] ?? 0) << this.count;
      this.count += 8;
    }
  }
}

/** Decoding table of a canonical Huffman code (RFC 1951, 3.2.2): the next 15 bits give symbol and code length at one look. */
export class HuffmanTable {
  /** Longest code of deflate, in bits. */
  static readonly longest = 15;
  private readonly entries = new Uint16Array(1 << HuffmanTable.longest);

  /** @param lengths code length by symbol, 0 for a symbol that does not occur. */
  constructor(lengths: Uint8Array) {
    const next = firstCodes(lengths);
    for (const [symbol, size] of lengths.entries()) {
      if (size === 0) continue;
      const code = next[size] ?? 0;
      next[size] = code + 1;
      const entry = (symbol << 4) | size;
      for (let at = reversed(code, size); at < this.entries.length; at += 1 << size) this.entries[at] = entry;
    }
  }

  /** Symbol × 16 + code length; 0 when no code begins with these bits. */
  lookup(bits: number): number {
    return this.entries[bits] ?? 0;
  }
}

function firstCodes(lengths: Uint8Array): number[] {
  const counts = new Array<number>(HuffmanTable.longest + 1).fill(0);
  for (const size of lengths) if (size > 0) counts[size] = (counts[size] ?? 0) + 1;
  const next = new Array<number>(HuffmanTable.longest + 1).fill(0);
  let code = 0;
  for (let size = 1; size <= HuffmanTable.longest; size++) {
    code = (code + (counts[size - 1] ?? 0)) << 1;
    next[size] = code;
  }
  return next;
}

/** Deflate packs codes from their first bit, everything else from the lowest. */
function reversed(code: number, size: number): number {
  let out = 0;
  for (let i = 0; i < size; i++) out |= ((code >> i) & 1) << (size - 1 - i);
  return out;
}

export const fixedLiterals = new HuffmanTable(Uint8Array.from({ length: 288 }, (_x, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)));
export const fixedDistances = new HuffmanTable(new Uint8Array(30).fill(5));

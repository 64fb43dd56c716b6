import { createHash } from 'node:crypto';
import { StoreError } from '../connection/store-error.js';

/**
 * A backup is one gzip file. Within: a line of JSON that says what it is; then for each table a line that names it and its columns,
 * its rows in the text format of COPY, cut into pieces each after a line with its length, the length 0, and a line with the number of
 * rows and the SHA-256 of the bytes; at last a line that says that nothing is missing.
 */
export interface ArchiveHead {
  readonly format: 'reglament-backup';
  readonly version: 1;
  readonly at: string;
  /** Names of the migrations that had been run. */
  readonly migrations: readonly string[];
}

export interface TableHead { readonly table: string; readonly columns: readonly string[] }
export interface TableEnd { readonly rows: number; readonly sha256: string }
export interface ArchiveEnd { readonly tables: number; readonly rows: number }

export function line(value: ArchiveHead | TableHead | TableEnd | ArchiveEnd): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

export function* piece(bytes: Buffer): Generator<Buffer> {
  yield Buffer.from(`${bytes.length}\n`);
  yield bytes;
}

export const END_OF_TABLE = Buffer.from('0\n');

/** A line is an index of columns, not data: longer than this it is none of ours. */
const MAX_LINE = 64 * 1024;
const MAX_PIECE = 256 * 1024 * 1024;

/** Reads the bytes of an unpacked archive in order. Whatever is not as expected is a `damagedBackup`. */
export class ArchiveReader {
  private readonly source: AsyncIterator<Buffer>;
  private buffer: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  async json(): Promise<Readonly<Record<string, unknown>>> {
    const text = await this.line();
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
    } catch {
      // Not JSON: told below, with the same words.
    }
    throw damaged(`a line of JSON was expected, "${text.slice(0, 60)}" was found`);
  }

  /** The pieces of one table; what they hash to is compared by `end`. */
  async *pieces(hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
    for (;;) {
      const text = await this.line();
      const length = Number(text);
      if (!/^\d+$/.test(text) || length > MAX_PIECE) throw damaged(`the length of a piece was expected, "${text.slice(0, 60)}" was found`);
      if (length === 0) return;
      const bytes = await this.bytes(length);
      hash.update(bytes);
      yield bytes;
    }
  }

  async atEnd(): Promise<boolean> {
    return this.buffer.length === 0 && !(await this.more());
  }

  private async line(): Promise<string> {
    for (;;) {
      const end = this.buffer.indexOf(0x0a);
      if (end >= 0) {
        const text = this.buffer.subarray(0, end).toString('utf8');
        this.buffer = this.buffer.subarray(end + 1);
        return text;
      }
      if (this.buffer.length > MAX_LINE) throw damaged('a line is too long');
      if (!(await this.more())) throw damaged('it ends in the middle');
    }
  }

  private async bytes(length: number): Promise<Buffer> {
    const parts = [this.buffer];
    let size = this.buffer.length;
    while (size < length) {
      const next = await this.next();
      if (next === null) throw damaged('it ends in the middle');
      parts.push(next);
      size += next.length;
    }
    const all = parts.length === 1 ? this.buffer : Buffer.concat(parts);
    this.buffer = all.subarray(length);
    return all.subarray(0, length);
  }

  private async more(): Promise<boolean> {
    const next = await this.next();
    if (next === null) return false;
    this.buffer = this.buffer.length === 0 ? next : Buffer.concat([this.buffer, next]);
    return true;
  }

  private async next(): Promise<Buffer | null> {
    try {
      const { value, done } = await this.source.next();
      return done === true ? null : value;
    } catch (error) {
      // zlib: incorrect header, data or length check, unexpected end.
      const { code, message } = error as { code?: unknown; message?: unknown };
      if (typeof code === 'string' && code.startsWith('Z_')) throw damaged(String(message));
      throw error;
    }
  }
}

export function damaged(what: string): StoreError {
  return new StoreError('damagedBackup', `The backup is damaged: ${what}`);
}

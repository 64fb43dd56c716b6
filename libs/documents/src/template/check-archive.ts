import { inflateBounded, InflateError } from '../archive/inflate.js';
import { readZipDirectory, type ZipEntry } from '../archive/zip-directory.js';
import { fault, type TemplateFault } from './template-fault.js';

/** A Word file holds some dozens of parts and a few megabytes; what is far beyond that is an attack or a mistake. */
export const archiveLimits = { bytes: 20_000_000, entries: 1_000, unpackedBytes: 100_000_000, ratio: 100 } as const;

/** Small parts compress beyond the ratio honestly (a page of spaces); below this size the ratio is not looked at. */
const ratioMattersFrom = 1_000_000;

/**
 * Whether a DOCX may be opened at all: limits on bytes, entries, unpacked size and ratio, no encryption, no climbing names, no macros, no
 * document types or entities, nothing fetched from outside but hyperlinks. Sizes are measured by unpacking with a stop, because the
 * directory of an archive may lie.
 */
export function checkArchive(bytes: Uint8Array): TemplateFault[] {
  if (bytes.length > archiveLimits.bytes) return [fault('too-large', `${bytes.length}`)];
  const entries = readZipDirectory(bytes);
  if (entries === undefined || !entries.some((entry) => entry.name === 'word/document.xml')) return [fault('not-a-document', '')];
  if (entries.length > archiveLimits.entries) return [fault('too-many-entries', `${entries.length}`)];
  if (new Set(entries.map((entry) => entry.name)).size !== entries.length) return [fault('not-a-document', 'duplicate entries')];
  let unpacked = 0;
  for (const entry of entries) {
    if (entry.encrypted || (entry.method !== 0 && entry.method !== 8)) return [fault('not-a-document', entry.name)];
    if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:/iu.test(entry.name)) return [fault('not-a-document', entry.name)];
    if (/vbaProject|\.bin$|activeX/iu.test(entry.name)) return [fault('active-content', entry.name)];
    const content = unpackEntry(bytes, entry, archiveLimits.unpackedBytes - unpacked);
    if (content === undefined) return [fault('unpacks-too-large', entry.name)];
    unpacked += content.length;
    if (content.length > ratioMattersFrom && content.length > archiveLimits.ratio * Math.max(1, entry.compressedSize)) return [fault('unpacks-too-large', entry.name)];
    const refused = /\.(?:xml|rels)$/iu.test(entry.name) ? checkXml(entry.name, new TextDecoder().decode(content)) : undefined;
    if (refused) return [refused];
  }
  return unpacked > ratioMattersFrom && unpacked > archiveLimits.ratio * bytes.length ? [fault('unpacks-too-large', '')] : [];
}

function checkXml(name: string, xml: string): TemplateFault | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml)) return fault('active-content', name);
  if (!name.endsWith('.rels')) return undefined;
  const external = [...xml.matchAll(/<Relationship\b[^>]*>/gu)].map((match) => match[0]).find((tag) => /TargetMode\s*=\s*["']External["']/u.test(tag) && !/Type\s*=\s*["'][^"']*\/hyperlink["']/u.test(tag));
  return external === undefined ? undefined : fault('active-content', name);
}

/** The unpacked bytes, or undefined when there are more than `limit` or than the directory declares, or they are no deflate stream. */
function unpackEntry(bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array | undefined {
  const packed = bytes.subarray(entry.dataOffset, entry.dataOffset + entry.compressedSize);
  if (entry.size > limit) return undefined;
  if (entry.method === 0) return packed.length === entry.size ? packed : undefined;
  try {
    const out = inflateBounded(packed, entry.size);
    return out.length === entry.size ? out : undefined;
  } catch (error) {
    if (error instanceof InflateError) return undefined;
    throw error;
  }
}

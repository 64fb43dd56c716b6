import PizZip from 'pizzip';

/**
 * Puts one moment in place of every clock that a DOCX carries (core properties and zip entries), so that the same document gives the same
 * bytes and its hash means something.
 */
export function fixDocxDates(bytes: Uint8Array, printedAt: string): Uint8Array {
  const zip = new PizZip(bytes);
  const moment = new Date(printedAt).toISOString().replace(/\.\d{3}Z$/u, 'Z');
  const core = zip.file('docProps/core.xml');
  if (core) zip.file('docProps/core.xml', core.asText().replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${moment}`));
  // Zip stores local time without a zone: components make it the same on every machine.
  const stamp = new Date(Number(moment.slice(0, 4)), Number(moment.slice(5, 7)) - 1, Number(moment.slice(8, 10)), Number(moment.slice(11, 13)), Number(moment.slice(14, 16)));
  for (const entry of Object.values(zip.files)) entry.date = stamp;
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' });
}

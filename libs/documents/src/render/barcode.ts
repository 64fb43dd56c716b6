// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the declaration has to travel with the source to every project that compiles it
/// <reference path="./qr-encoder.d.ts" />
import qrEncoder from 'pdfmake/js/qrEnc.js';

/** The dark modules of a QR code, row by row, without the light border. One encoder for PDF and DOCX. */
export function barcodeModules(text: string): boolean[][] {
  // CommonJS with a default export: Node and bundlers disagree on what `default` of it is.
  const encoder = 'measure' in qrEncoder ? qrEncoder : qrEncoder.default;
  const { _canvas: [ground, ...dark], _width: width } = encoder.measure({ qr: text, eccLevel: 'M' });
  const module = dark[0]?.w ?? width;
  const size = Math.round((ground?.w ?? width) / module);
  const rows = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const { x, y } of dark) {
    const row = rows[Math.round(y / module)];
    if (row) row[Math.round(x / module)] = true;
  }
  return rows;
}

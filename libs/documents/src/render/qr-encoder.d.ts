/** The barcode encoder inside pdfmake: fills in the rectangles of a code, the ground first. The package brings no types. */
declare module 'pdfmake/js/qrEnc.js' {
  interface QrEncoder {
    measure(node: { qr: string; eccLevel: 'L' | 'M' | 'Q' | 'H' }): { _canvas: { x: number; y: number; w: number }[]; _width: number };
  }
  const encoder: QrEncoder | { default: QrEncoder };
  export default encoder;
}

/** The part of pdfmake's server API that is used here; the package brings no types. */
declare module 'pdfmake' {
  interface PdfMake {
    virtualfs: { existsSync(name: string): boolean; writeFileSync(name: string, bytes: Uint8Array): void };
    setFonts(fonts: Record<string, { normal: string; bold: string }>): void;
    setLocalAccessPolicy(allow: (path: string) => boolean): void;
    setUrlAccessPolicy(allow: (url: string) => boolean): void;
    createPdf(definition: Record<string, unknown>, options?: Record<string, unknown>): { getBuffer(): Promise<Uint8Array> };
  }
  const pdfmake: PdfMake;
  export default pdfmake;
}

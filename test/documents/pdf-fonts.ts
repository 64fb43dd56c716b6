import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { PdfFonts } from '@reglament/documents';

const fromRoot = createRequire(join(process.cwd(), 'package.json'));
const font = (name: string) => new Uint8Array(readFileSync(fromRoot.resolve(`@expo-google-fonts/tinos/${name}`)));

/** The faces that the product prints with. */
export const pdfFonts: PdfFonts = { regular: font('400Regular/Tinos_400Regular.ttf'), bold: font('700Bold/Tinos_700Bold.ttf') };

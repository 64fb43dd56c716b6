import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DocumentModel } from '@reglament/contracts';
import PizZip from 'pizzip';
import { orderKind } from '../fixtures/order-kind.js';
import { orderModel, orderPartyNames } from '../fixtures/order-model.js';
import { readDocxText } from '../fixtures/read-docx-text.js';
import { readPdfPages } from '../fixtures/read-pdf-text.js';
import { textOfBlocks } from '../layout/blocks.js';
import type { DocumentToPrint } from '../layout/document-to-print.js';
import { layoutDocument } from '../layout/layout-document.js';
import { layoutProfiles } from '../layout/layout-profiles.js';
import { renderDocx } from './render-docx.js';
import { renderPdf } from './render-pdf.js';

const fromRoot = createRequire(join(process.cwd(), 'package.json'));
const font = (name: string) => new Uint8Array(readFileSync(fromRoot.resolve(`@expo-google-fonts/tinos/${name}`)));
const pdfFonts = { regular: font('400Regular/Tinos_400Regular.ttf'), bold: font('700Bold/Tinos_700Bold.ttf') };
const profile = (key: string) => layoutProfiles.find((candidate) => candidate.key === key) ?? layoutProfiles[0]!;
const printOf = (model: DocumentModel, key = 'gost-2025'): DocumentToPrint => ({
  model, kind: orderKind, profile: profile(key), printedAt: '2026-06-25T07:05:00Z', partyNames: orderPartyNames,
});
/** Pages without the number that stands on top of all but the first; it is drawn last. */
const textOfPdf = async (print: DocumentToPrint) =>
  readPdfPages(await renderPdf(print, pdfFonts)).map((page, i) => (i > 0 && page.endsWith(String(i + 1)) ? page.slice(0, -String(i + 1).length) : page));
const bare = (text: string) => text.replace(/\s/gu, '');
const suites = process.env['REGLAMENT_SUITES'] ?? join(process.cwd(), '../shared/suites');

// Real files are made here; on a busy machine that takes longer than Jest waits by default.
jest.setTimeout(120_000);

describe('a structured document in DOCX and PDF', () => {
  it.each(layoutProfiles.map(({ key }) => key))('says the same in both, and all that the model says (%s)', async (key) => {
    const print = printOf(orderModel, key);
    const expected = bare(textOfBlocks(layoutDocument(print).blocks));
    expect(readDocxText(await renderDocx(print))).toBe(expected);
    // In a PDF people search and copy: the plain hyphen stands there, kept whole by other means.
    expect((await textOfPdf(print)).join('')).toBe(expected.replaceAll('\u2011', '-'));
  });

  it('prints the requisites in the order of the standard', () => {
    const text = textOfBlocks(layoutDocument(printOf(orderModel)).blocks).replaceAll('\u00a0', ' ');
    const order = [
      'Муниципальное казённое учреждение', 'ПРИКАЗ', '25.06.2026', '№ 110а', 'г. Заречный', 'О результатах мониторинга', 'В соответствии', '1. Считать', '3.1. МБУ',
      'Приложение: ', 'Начальник отдела образования', 'Подписано простой электронной подписью', 'Озерова Ольга Юрьевна', '25.06.2026 14:05 (UTC+7)', 'Код записи: 7F3A-91C2',
      'О. Ю. Озерова', 'Визы:', 'Камышова Нина Викторовна', 'В дело', 'к приказу от 25.06.2026 № 110а', 'ЛИСТ ОЗНАКОМЛЕНИЯ',
    ];
    const places = order.map((piece) => text.indexOf(piece));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('says executor and term only where the clause does not', () => {
    const text = textOfBlocks(layoutDocument(printOf(orderModel)).blocks).replaceAll('\u00a0', ' ');
    expect(text).toContain('Исполнитель: Ветлугина А. М.; срок: по 1 октября 2026 г. включительно.');
    expect(text.match(/1 сентября 2026/g)).toBeNull();
  });

  it('prints a word of fifty thousand letters to its end', async () => {
    const word = 'ъ'.repeat(50_000);
    const model: DocumentModel = { ...orderModel, clauses: orderModel.clauses?.map((clause, i) => (i === 0 ? { ...clause, text: `Слово ${word} и дальше` } : clause)) ?? [] };
    const text = (await textOfPdf(printOf(model))).join('');
    expect(text.split('ъ').length - 1).toBeGreaterThanOrEqual(50_000);
    expect(text).toContain('идальше');
  });

  it('widens the left margin of what is kept for good', () => {
    const kept = layoutDocument(printOf(orderModel)).sheet.leftMm;
    const short = layoutDocument({ ...printOf(orderModel), kind: { ...orderKind, retention: { type: 'years', years: 5 } } }).sheet.leftMm;
    expect([kept, short]).toEqual([30, 20]);
  });

  it('gives the same bytes for the same document, whatever was rendered before', async () => {
    const first = [await renderPdf(printOf(orderModel), pdfFonts), await renderDocx(printOf(orderModel))];
    await renderPdf(printOf({ ...orderModel, clauses: [] }), pdfFonts);
    const second = [await renderPdf(printOf(orderModel), pdfFonts), await renderDocx(printOf(orderModel))];
    expect(first.map((bytes, i) => Buffer.compare(Buffer.from(bytes), Buffer.from(second[i] ?? [])))).toEqual([0, 0]);
  });

  it('renders documents side by side without mixing them', async () => {
    const models = [1, 2, 3, 4].map((n): DocumentModel => ({ ...orderModel, requisites: { ...orderModel.requisites, title: `О приказе ${n}` } }));
    const texts = await Promise.all(models.map((model) => textOfPdf(printOf(model))));
    expect(texts.map((pages) => /Оприказе(\d)/u.exec(pages[0] ?? '')?.[1])).toEqual(['1', '2', '3', '4']);
  });

  it('numbers the pages from the second and repeats the head of a long table', async () => {
    const long: DocumentModel = {
      ...orderModel,
      tables: orderModel.tables.map((table) => ({ ...table, rows: Array.from({ length: 120 }, (_row, i) => [String(i + 1), `Направление ${i + 1}`, `${i} / 120`, '']) })),
    };
    const pages = readPdfPages(await renderPdf(printOf(long), pdfFonts));
    expect(pages[0]?.endsWith('1')).toBe(false);
    expect(pages.slice(1).every((page, i) => page.endsWith(String(i + 2)))).toBe(true);
    expect(pages.filter((page) => page.includes('Числитель/база')).length).toBeGreaterThan(2);
    expect(pages.join('')).toContain('Направление120');
  });

  it('never leaves the signature alone on a page', async () => {
    const pagesOfSignature = new Set<number>();
    for (let clauses = 18; clauses < 30; clauses += 1) {
      const model: DocumentModel = {
        ...orderModel, tables: [], attachments: [], visas: [], distribution: [], acquaintance: { rows: [] },
        clauses: [...Array.from({ length: clauses }, (_c, i) => ({ id: `n${i}`, type: 'note', text: `Отметить результат ${i}.` })), { id: 'last', type: 'control', text: 'Контроль за исполнением приказа оставляю за собой.' }],
      };
      const pages = await textOfPdf(printOf(model));
      const page = pages.findIndex((text) => text.includes('О.Ю.Озерова'));
      expect(pages[page]).toContain('оставляюзасобой');
      pagesOfSignature.add(page);
    }
    expect([...pagesOfSignature]).toEqual([0, 1]);
  });

  it('draws the barcode only where the profile knows it', async () => {
    const qr = 'https://example.org/d/1';
    const size = async (key: string, code?: string) => (await renderPdf({ ...printOf(orderModel, key), ...(code !== undefined && { qr: code }) }, pdfFonts)).length;
    expect(await size('gost-2025', qr)).toBeGreaterThan(await size('gost-2025'));
    expect(await size('gost-2016', qr)).toBe(await size('gost-2016'));
    const pictures = async (key: string) => Object.keys(new PizZip(await renderDocx({ ...printOf(orderModel, key), qr })).files).filter((name) => name.endsWith('.png')).length;
    expect([await pictures('gost-2025'), await pictures('gost-2016')]).toEqual([1, 0]);
  });

  it('gives the same bytes with a barcode too', async () => {
    const print = { ...printOf(orderModel), qr: 'https://example.org/d/1' };
    const [first, second] = [await renderDocx(print), await renderDocx(print)];
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  });

  it('prints hostile text as text', async () => {
    const naughty = (JSON.parse(readFileSync(join(suites, 'strings-blns/blns.json'), 'utf8')) as string[]).filter((text) => text.length < 2_000);
    const model: DocumentModel = {
      ...orderModel, acquaintance: { rows: [] },
      requisites: { ...orderModel.requisites, title: 'О <script>alert(1)</script> & "кавычках"' },
      clauses: naughty.map((text, i) => ({ id: `n${i}`, type: 'note', text })),
    };
    const docx = await renderDocx(printOf(model));
    expect(readDocxText(docx)).toContain('<script>alert(1)</script>&"кавычках"');
    const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? '';
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u);
    expect((await textOfPdf(printOf(model))).join('')).toContain('<script>alert(1)</script>&"кавычках"');
  });
});

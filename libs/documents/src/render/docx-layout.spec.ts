import PizZip from 'pizzip';
import { orderKind } from '../fixtures/order-kind.js';
import { orderModel, orderPartyNames } from '../fixtures/order-model.js';
import type { DocumentToPrint } from '../layout/document-to-print.js';
import { layoutProfiles } from '../layout/layout-profiles.js';
import { renderDocx } from './render-docx.js';

const print: DocumentToPrint = { model: orderModel, kind: orderKind, profile: layoutProfiles[0]!, printedAt: '2026-06-25T07:05:00Z', partyNames: orderPartyNames };
const twips = (mm: number) => Math.round((mm / 25.4) * 1_440);
const part = async (name: string, of = print) => new PizZip(await renderDocx(of)).file(name)?.asText() ?? '';
const paragraphWith = (xml: string, text: string) => [...xml.matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([found]) => found).find((found) => found.replace(/<[^>]+>/gu, '').replaceAll('\u00a0', ' ').includes(text)) ?? '';

// Real files are made here; on a busy machine that takes longer than Jest waits by default.
jest.setTimeout(120_000);

describe('the Word file of a document', () => {
  it('has an A4 page with the margins of the profile, 30 mm on the left where the document is kept for good', async () => {
    const xml = await part('word/document.xml');
    expect(xml).toContain(`<w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"`);
    const margins = /<w:pgMar ([^>]*)\/>/u.exec(xml)?.[1] ?? '';
    for (const [side, mm] of [['top', 20], ['right', 10], ['bottom', 20], ['left', 30], ['header', 10]] as const) expect(margins).toContain(`w:${side}="${twips(mm)}"`);
  });

  it('is set in the typeface of the profile, 14 points, in Russian', async () => {
    const styles = await part('word/styles.xml');
    expect(styles).toMatch(/<w:rFonts[^>]*w:ascii="Times New Roman"/u);
    expect(styles).toContain('<w:sz w:val="28"/>');
    expect(styles).toMatch(/<w:lang w:val="ru-RU"/u);
  });

  it('has justified paragraphs with an indent of 12.5 mm at 1.15 lines', async () => {
    const clause = paragraphWith(await part('word/document.xml'), '1. Считать');
    expect(clause).toContain('<w:jc w:val="both"/>');
    expect(clause).toContain(`w:firstLine="${twips(12.5)}"`);
    expect(clause).toMatch(/<w:spacing [^>]*w:line="276"[^>]*w:lineRule="auto"/u);
  });

  it('numbers its pages from the second, in the middle of the head', async () => {
    const zip = new PizZip(await renderDocx(print));
    expect(zip.file('word/document.xml')!.asText()).toContain('<w:titlePg/>');
    const heads = Object.keys(zip.files).filter((name) => /word\/header\d+\.xml/u.test(name)).map((name) => zip.file(name)!.asText());
    const numbered = heads.filter((xml) => xml.includes('PAGE'));
    expect([heads.length, numbered.length]).toEqual([2, 1]);
    expect(numbered[0]).toContain('<w:jc w:val="center"/>');
  });

  it('keeps what Word has to keep together: headings, the end of the text with the signature, rows and heads of tables', async () => {
    const xml = await part('word/document.xml');
    for (const text of ['необходимо:', 'Контроль за исполнением', 'Таблица 1.', 'Визы:', 'ЛИСТ ОЗНАКОМЛЕНИЯ']) expect([text, paragraphWith(xml, text)]).toEqual([text, expect.stringContaining('<w:keepNext/>')]);
    expect(paragraphWith(xml, '2. Отметить')).not.toContain('<w:keepNext/>');
    expect(paragraphWith(xml, '1. Считать')).toContain('<w:widowControl/>');
    const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gsu)].map(([table]) => table);
    expect(tables.every((table) => (table.match(/<w:tr>/gu) ?? []).length === (table.match(/<w:cantSplit/gu) ?? []).length)).toBe(true);
    expect(tables.filter((table) => table.includes('Направление') || table.includes('Должность')).every((table) => table.includes('<w:tblHeader'))).toBe(true);
  });

  it('leaves the profile to say otherwise', async () => {
    const profile = { ...layoutProfiles[0]!, font: { ...layoutProfiles[0]!.font, docx: 'PT Astra Serif', sizePt: 13 }, text: { ...layoutProfiles[0]!.text, lineSpacing: 1.5, indent: 10, align: 'left' as const } };
    const clause = paragraphWith(await part('word/document.xml', { ...print, profile }), '1. Считать');
    expect(clause).toContain(`w:firstLine="${twips(10)}"`);
    expect(clause).toMatch(/w:line="360"/u);
    expect(clause).toContain('<w:sz w:val="26"/>');
    expect(await part('word/styles.xml', { ...print, profile })).toContain('PT Astra Serif');
  });
});

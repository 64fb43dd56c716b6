import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import PizZip from 'pizzip';
import { deflateRawSync } from 'node:zlib';
import { readDocxText } from '../fixtures/read-docx-text.js';
import { archiveLimits, checkArchive } from './check-archive.js';
import { inspectTemplate, renderTemplate } from './render-template.js';

const template = async (...lines: string[]) =>
  new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] })));
const at = '2026-11-22T07:00:00Z';
const person = { surname: 'Ветлугина', name: 'Анна', patronymic: 'Михайловна' };

async function fill(data: Record<string, unknown>, ...lines: string[]): Promise<string> {
  const result = renderTemplate(await template(...lines), data, at);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return readDocxText(result.bytes);
}

// Real files are made here; on a busy machine that takes longer than Jest waits by default.
jest.setTimeout(120_000);

describe('a Word template', () => {
  it('is filled with values, names in cases, dates and numbers', async () => {
    const text = await fill(
      { person, position: 'ведущий специалист', from: '2026-12-01', days: 14, sum: 12345.5, org: { head: { name: 'Озерова' } } },
      '{org.head.name}: {position | должность:дательный} {person | фамилия_инициалы:дательный}', 'с {from | дата_словами} на {days | слово:день,дня,дней}, {sum | число}', '{person | fullName:genitive}',
    );
    expect(text).toBe('Озерова:ведущемуспециалистуВетлугинойА.М.с1декабря2026г.на14дней,12345,5ВетлугинойАнныМихайловны');
  });

  it('begins a position with a small letter within a sentence, and leaves abbreviations alone', async () => {
    expect(await fill({ a: 'Ведущий специалист', b: 'МБУ «Центр»', c: 'ИТ-отдел', d: 'Я' }, '{a | со_строчной}; {b | uncapital}; {c | со_строчной}; {d | со_строчной}')).toBe('ведущийспециалист;МБУ«Центр»;ИТ-отдел;я');
  });

  it('leaves no date, name or counted thing to be torn at the end of a line', async () => {
    const result = renderTemplate(await template('{from | дата_словами}, {from | по_включительно}, {person | инициалы_фамилия}, {days | слово:день,дня,дней}'), { person, from: '2026-12-01', days: 14 }, at);
    const xml = result.ok ? new PizZip(result.bytes).file('word/document.xml')!.asText() : '';
    expect(xml).toContain('1\u00a0декабря 2026\u00a0г., по 1\u00a0декабря 2026\u00a0г. включительно, А.\u00a0М.\u00a0Ветлугина, 14\u00a0дней'.replaceAll('декабря ', 'декабря\u00a0'));
  });

  it('repeats rows of a table and keeps or drops what a condition says', async () => {
    const table = new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph('{#rows}{n}')] }), new TableCell({ children: [new Paragraph('{name}{/rows}')] })] })] });
    const bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [table, new Paragraph('{#paid}оплачен{/paid}{^paid}без оплаты{/paid}'), new Paragraph('{#tags}{.} {/tags}')] }] })));
    const result = renderTemplate(bytes, { rows: [{ n: 1, name: 'А' }, { n: 2, name: 'Б' }], paid: false, tags: ['x', 'y'] }, at);
    expect(result.ok && readDocxText(result.bytes)).toBe('1А2Ббезоплатыxy');
  });

  it('names the tags that the data do not hold', async () => {
    const result = renderTemplate(await template('{known} {unknown.deep}'), { known: 'да' }, at);
    expect(result).toMatchObject({ ok: true, missing: ['unknown.deep'] });
  });

  it('prints markup in values as text', async () => {
    expect(await fill({ a: '<w:p/>&\u0001"' }, '{a}')).toBe('<w:p/>&"');
  });

  it('gives the same bytes for the same data', async () => {
    const bytes = await template('{a}');
    const [first, second] = [renderTemplate(bytes, { a: '1' }, at), renderTemplate(bytes, { a: '1' }, at)];
    expect(first.ok && second.ok && Buffer.compare(Buffer.from(first.bytes), Buffer.from(second.bytes))).toBe(0);
  });

  it('reaches own data only', async () => {
    for (const path of ['constructor', '__proto__', 'constructor.constructor', 'a.length', 'a.toString', 'hasOwnProperty', 'f']) {
      const result = renderTemplate(await template(`{${path}}`), { a: { b: 1 }, f: () => 'called' }, at);
      expect(result).toMatchObject({ ok: true, missing: [path] });
    }
  });

  it.each([
    ['{a + 1}', 'tag-not-understood'], ['{a()}', 'tag-not-understood'], ["{a['b']}", 'tag-not-understood'], ['{a | нет_такого}', 'unknown-filter'], ['{a | constructor}', 'unknown-filter'],
    ['{a', 'tag-not-closed'], ['a}', 'tag-not-opened'], ['{#a}x', 'loop-not-closed'], ['{/a}', 'tag-not-opened'], ['{#a}{/b}', 'loop-not-closed'],
  ])('is refused with %s: %s', async (line, code) => {
    expect(inspectTemplate(await template(line))).toMatchObject({ ok: false, faults: expect.arrayContaining([expect.objectContaining({ code })]) });
  });

  it.each([
    ['{@a}', { a: '<w:p/>' }, 'raw-markup'], ['{a}', { a: { b: 1 } }, 'value-not-text'], ['{a}', { a: [1] }, 'value-not-text'], ['{a | дата}', { a: '31.12.2026' }, 'value-not-text'],
    ['{a | фио}', { a: 'Иванов' }, 'value-not-text'],
  ])('is not filled: %s with %j is %s', async (line, data, code) => {
    expect(renderTemplate(await template(line), data, at)).toMatchObject({ ok: false, faults: [expect.objectContaining({ code })] });
  });

  it('stops loops that multiply', async () => {
    const list = Array.from({ length: 100 }, () => ({ a: 1 }));
    const result = renderTemplate(await template('{#l}{#l}{#l}{#l}{a}{/l}{/l}{/l}{/l}'), { l: list }, at);
    expect(!result.ok && [...new Set(result.faults.map((fault) => fault.code))]).toEqual(['too-many-values']);
  });

  it('tells its tags, and the names that the data have to give it', async () => {
    expect(inspectTemplate(await template('{a.c | фио} {#rows}{b | дата}{/rows} {#paid}да{/paid}{^paid}нет{/paid}')))
      .toEqual({ ok: true, tags: ['a.c | фио', 'b | дата', 'paid', 'rows'], names: ['a', 'paid', 'rows'] });
  });

  it('changes no object by a loop over a prototype', async () => {
    inspectTemplate(await template('{#__proto__}{#constructor}{polluted}{/constructor}{polluted}{/__proto__}'));
    expect('polluted' in {}).toBe(false);
  });

  it('calls a thing by its title, and declines a position by the forms that the office confirmed', async () => {
    const head = { title: 'Озерова А. М.', surname: 'Озерова', name: 'Анна', position: { title: 'Заведующая', forms: { dative: 'заведующей отделом' } } };
    expect(await fill({ head }, '{head.position | должность:дательный} {head}', '{head.position}, {head.position | должность:творительный}')).toBe('заведующейотделомОзероваА.М.Заведующая,Заведующей');
  });

  it('declines a name by the gender that the person has', async () => {
    const [he, she] = (['male', 'female'] as const).map((gender) => ({ surname: 'Шевчук', name: 'Женя', gender }));
    expect(await fill({ he, she }, '{he | фио:дательный}, {she | фио:дательный}')).toBe('ШевчукуЖене,ШевчукЖене');
  });
});

describe('the archive of a template', () => {
  const zip = (change: (zip: PizZip) => void) => {
    const archive = new PizZip();
    archive.file('[Content_Types].xml', '<Types/>');
    archive.file('word/document.xml', '<w:document/>');
    change(archive);
    return archive.generate({ type: 'uint8array', compression: 'DEFLATE' });
  };
  const codes = (bytes: Uint8Array) => checkArchive(bytes).map((fault) => fault.code);

  it('is taken when it is an ordinary document', async () => {
    expect(codes(await template('текст'))).toEqual([]);
  });

  it.each<[string, (zip: PizZip) => void, string]>([
    ['more entries than allowed', (z) => { for (let i = 0; i <= archiveLimits.entries; i++) z.file(`word/${i}.xml`, 'x'); }, 'too-many-entries'],
    ['a part that unpacks a thousandfold', (z) => { z.file('word/big.xml', ' '.repeat(5_000_000)); }, 'unpacks-too-large'],
    ['macros', (z) => { z.file('word/vbaProject.bin', 'x'); }, 'active-content'],
    ['an entity', (z) => { z.file('word/styles.xml', '<!DOCTYPE x [<!ENTITY a "b">]><x/>'); }, 'active-content'],
    ['a template from outside', (z) => { z.file('word/_rels/settings.xml.rels', '<Relationships><Relationship Id="r" Type="http://x/attachedTemplate" Target="http://evil" TargetMode="External"/></Relationships>'); }, 'active-content'],
    ['a name that climbs', (z) => { z.file('../evil.xml', 'x'); }, 'not-a-document'],
    ['no document in it', (z) => { z.remove('word/document.xml'); }, 'not-a-document'],
  ])('is refused with %s', (_name, change, code) => {
    expect(codes(zip(change))).toEqual([code]);
  });

  it('may link to a page', () => {
    expect(codes(zip((z) => { z.file('word/_rels/document.xml.rels', '<Relationships><Relationship Id="r" Type="http://x/hyperlink" Target="http://page" TargetMode="External"/></Relationships>'); }))).toEqual([]);
  });

  it('is refused when it is no zip', () => {
    expect(codes(new Uint8Array([1, 2, 3]))).toEqual(['not-a-document']);
    expect(codes(new Uint8Array(100))).toEqual(['not-a-document']);
  });

  it('cannot lie about the size of a part', () => {
    const honest = zip((z) => { z.file('word/big.xml', Buffer.alloc(3_000_000, 'аб')); });
    const lying = Buffer.from(honest);
    const packed = deflateRawSync(Buffer.alloc(3_000_000, 'аб'));
    const size = Buffer.alloc(4);
    size.writeUInt32LE(3_000_000);
    for (let i = lying.indexOf(size); i !== -1; i = lying.indexOf(size, i + 1)) lying.writeUInt32LE(1_000, i);
    expect(packed.length).toBeLessThan(100_000);
    expect(codes(new Uint8Array(lying))).toEqual(['unpacks-too-large']);
  });
});

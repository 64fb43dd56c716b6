import type { DocumentModel } from '@reglament/contracts';
import { layoutProfiles, renderPdf, type DocumentToPrint } from '@reglament/documents';
import { pdfFonts } from './pdf-fonts.js';
import { hasPdftotext, readPageLines, type PageLine } from './read-page-lines.js';
import { annexedOrder, head, kindOf, letter, longOrder, printOf, shortOrder } from './sample-orders.js';

const describePages = hasPdftotext ? describe : describe.skip;
const pages = async (print: DocumentToPrint): Promise<PageLine[][]> => readPageLines(await renderPdf(print, pdfFonts));
const find = (lines: readonly PageLine[] | undefined, text: string): PageLine => {
  const found = lines?.find((line) => line.text.includes(text));
  if (!found) throw new Error(`no line with «${text}»`);
  return found;
};
const near = (value: number, wanted: number, tolerance = 0.6) => { expect(Math.abs(value - wanted)).toBeLessThanOrEqual(tolerance); };
const middle = (line: PageLine) => (line.left + line.right) / 2;

// Many files are made here; on a busy machine that takes longer than Jest waits by default.
jest.setTimeout(240_000);

describePages(`the pages of a document${hasPdftotext ? '' : ' (skipped: no pdftotext)'}`, () => {
  it('leave the margins of ГОСТ Р 7.0.97: 30 mm on the left where the document is kept for good, else 20, 10 on the right, 20 above and below', async () => {
    for (const [model, kind, left] of [[longOrder(), 'order-main', 30], [shortOrder(), 'disposition', 20]] as const) {
      for (const [n, lines] of (await pages(printOf(model, kind))).entries()) {
        const text = n === 0 ? lines : lines.slice(1);
        expect(Math.min(...text.map((line) => line.left))).toBeGreaterThanOrEqual(left - 0.1);
        expect(Math.max(...text.map((line) => line.right))).toBeLessThanOrEqual(200.1);
        expect(Math.min(...text.map((line) => line.top))).toBeGreaterThanOrEqual(19);
        expect(Math.max(...text.map((line) => line.bottom))).toBeLessThanOrEqual(277.5);
      }
    }
  });

  it('are numbered from the second, in the middle above the text, 10 mm or more from the edge', async () => {
    const all = await pages(printOf(longOrder(), 'order-main'));
    expect(all.length).toBeGreaterThanOrEqual(9);
    expect(all[0]?.[0]?.text).toContain('Муниципальное');
    all.slice(1).forEach((lines, i) => {
      expect(lines[0]?.text).toBe(String(i + 2));
      near(middle(lines[0]!), 115);
      expect(lines[0]!.top).toBeGreaterThanOrEqual(9.5);
      expect(lines[0]!.bottom).toBeLessThanOrEqual(20);
    });
  });

  it('have the head of an order in its places', async () => {
    const [first] = await pages(printOf(shortOrder(), 'order-main'));
    const [organisation, kind, date, place, title] = ['Муниципальное', 'ПРИКАЗ', '03.02.2026', 'г. Заречный (демо)', 'О проведении дня'].map((text) => find(first, text));
    for (const line of [organisation!, kind!, place!]) near(middle(line), 115);
    expect(date!.text).toBe('03.02.2026 № 24');
    near(date!.left, 30);
    near(date!.right, 200);
    near(title!.left, 30);
    expect([organisation, kind, date, place, title].map((line) => line!.top)).toEqual([organisation, kind, date, place, title].map((line) => line!.top).sort((a, b) => a - b));
    const titleLines = first!.filter((line) => line.top >= title!.top && line.bottom < find(first, 'В соответствии').top);
    expect(titleLines.length).toBe(2);
    for (const line of titleLines) expect(line.right - line.left).toBeLessThanOrEqual(120);
  });

  it('have paragraphs with an indent of 12.5 mm, justified, at 1.15 lines', async () => {
    const [first] = await pages(printOf(shortOrder(), 'order-main'));
    const preamble = find(first, 'В соответствии');
    near(preamble.left, 42.5);
    near(preamble.right, 200);
    near(find(first, '1. Ветлугиной').left, 42.5);
    const next = first![first!.indexOf(preamble) + 1]!;
    near(next.left, 30);
    near(next.bottom - preamble.bottom, (14 * 1.149 * 1.15 * 25.4) / 72, 0.1);
  });

  it('have the signature on one line, the name at the right margin, the mark between', async () => {
    const [first] = await pages(printOf(shortOrder(), 'order-main'));
    const name = find(first, 'О. Ю. Озерова');
    near(name.right, 200);
    expect(name.text).toContain('образования');
    const mark = find(first, 'Код записи: 7F3A-91C2').words.find((word) => word.text === 'Код')!;
    expect(mark.left).toBeGreaterThan(70);
  });

  it('leave room for the hand where the paper is signed, without any mark', async () => {
    const [first] = await pages(printOf({ ...shortOrder(), signatures: [{ ...head, person: { ...head.person }, mark: { type: 'paper' } }] }, 'order-main'));
    const [last, ...before] = [...find(first, 'О. Ю. Озерова').words].reverse();
    expect(last?.text).toBe('Озерова');
    expect(before[1]!.left - before[2]!.right).toBeGreaterThan(30);
    expect(first!.some((line) => line.text.includes('подпис'))).toBe(false);
  });

  it('name who acts for the head, and tear neither the name nor the position', async () => {
    const [first] = await pages(printOf(annexedOrder(), 'order-main'));
    expect(find(first, 'И. о.').text).toContain('И. о. начальника');
    near(find(first, 'Л. П. Бурмистрова-Задонская').right, 200);
  });

  it('have the mark of an attachment in the upper right of a page of its own, and repeat the head of its table', async () => {
    const all = await pages(printOf(annexedOrder(), 'order-main'));
    const [first, second] = [1, 2].map((n) => all.findIndex((lines) => lines[1]?.text === `Приложение № ${n}`));
    near(find(all[first!], 'Приложение № 1').left, 120);
    near(find(all[first!], 'УТВЕРЖДЕНО').left, 120);
    near(find(all[first!], 'приказом от 03.02.2026 № 24').left, 120);
    near(find(all[second!], 'к приказу от 03.02.2026 № 24').left, 120);
    expect(second! - first!).toBeGreaterThan(1);
    for (const lines of all.slice(first!, second!)) expect(lines.some((line) => line.text.startsWith('№ п/п Мероприятие'))).toBe(true);
    expect(all.flat().some((line) => /(?:^|\s)г\.(?:\s|$)/u.test(line.text) && !/\d{4} г\.|г\. З/u.test(line.text))).toBe(false);
  });

  it('have the head of a letter in the corner, at most 80 mm wide, the addressee on the right, and no place', async () => {
    const print = printOf(letter(), 'letter');
    const [first] = await pages({ ...print, profile: layoutProfiles.find(({ key }) => key === 'gost-2025-corner')! });
    const sender = first!.flatMap((line) => (line.bottom < find(first, 'На № 43/1').bottom ? line.words : []));
    for (const word of sender) expect(word.right <= 100.1 || word.left >= 109.9).toBe(true);
    near(find(first, 'Директорам').words.find((word) => word.text === 'Директорам')!.left, 110);
    expect(find(first, '03.02.2026').text).toContain('№ 279/01-03');
    expect(first!.some((line) => line.text.includes('г. Заречный (демо)'))).toBe(false);
  });

  it('have the reply mark of a letter in the lengthwise head too', async () => {
    const print = printOf(letter(), 'letter');
    const [first] = await pages({ ...print, profile: layoutProfiles.find(({ key }) => key === 'gost-2025')! });
    expect(find(first, 'На № 43/1 от 01.02.2026').left).toBeLessThan(21);
  });

  it('keep the kind of each document of the package to a layout that there is', () => {
    for (const key of ['order-main', 'order-personnel', 'order-administrative', 'disposition', 'letter']) expect(layoutProfiles.map((profile) => profile.key)).toContain(kindOf(key).layoutProfile);
  });
});

describePages(`the turns of pages${hasPdftotext ? '' : ' (skipped: no pdftotext)'}`, () => {
  const isIndented = (line: PageLine | undefined) => line !== undefined && Math.abs(line.left - 42.5) < 0.5;
  const lengthened = (model: DocumentModel, n: number): DocumentModel => ({ ...model, visas: [], preamble: `${'Основание рассмотрено отделом. '.repeat(n * 3)}${model.preamble}` });

  it('part no single line from its paragraph, and no heading from what it introduces', async () => {
    for (let n = 0; n < 6; n++) {
      const all = (await pages(printOf(lengthened(longOrder(2), n), 'order-main'))).map((lines, i) => (i === 0 ? lines : lines.slice(1)));
      const signed = all.findIndex((lines) => lines.some((line) => line.text.includes('О. Ю. Озерова')));
      for (let page = 0; page < signed; page++) {
        const [end, start, second] = [all[page]!.at(-1), all[page + 1]![0], all[page + 1]![1]];
        expect(end!.text).not.toContain('необходимо:');
        if (isIndented(start)) continue;
        expect([isIndented(end), isIndented(second)]).toEqual([false, false]);
      }
    }
  });

  it('leave at least two lines of text above the signature', async () => {
    const turned = new Set<number>();
    for (let notes = 20; notes < 34; notes++) {
      for (const last of ['Контроль за исполнением приказа оставляю за собой.', `Контроль за исполнением приказа оставляю за собой. ${'Отчёты представлять ежемесячно. '.repeat(30)}`]) {
        const clauses = [...Array.from({ length: notes }, (_note, i) => ({ id: `n${i}`, type: 'note', text: `Отметить результат ${i + 1}.` })), { id: 'last', type: 'control', text: last.trim() }];
        const all = await pages(printOf({ ...shortOrder(), clauses }, 'order-main'));
        const page = all.findIndex((lines) => lines.some((line) => line.text.includes('О. Ю. Озерова')));
        const above = all[page]!.slice(page === 0 ? 0 : 1).filter((line) => line.bottom < find(all[page], 'Подписано').top);
        expect(above.length).toBeGreaterThanOrEqual(2);
        turned.add(page);
      }
    }
    expect([...turned].sort()).toEqual([0, 1]);
  });

  it('leave two rows of a table above the signature that follows it', async () => {
    for (let rows = 16; rows < 36; rows += 2) {
      const table = { id: 't', anchor: { type: 'after-text' as const }, columns: [{ title: 'Направление', width: 3 }, { title: 'Охват' }], rows: Array.from({ length: rows }, (_row, i) => [`Направление ${i + 1}`, `${i} / 330`]) };
      const all = await pages(printOf({ ...shortOrder(), tables: [table] }, 'order-main'));
      const signed = all.find((lines) => lines.some((line) => line.text.includes('О. Ю. Озерова')))!;
      expect(signed.map((line) => line.text).join('\n')).toContain(`Направление ${rows - 1} ${rows - 2} / 330\nНаправление ${rows} ${rows - 1} / 330`);
    }
  });

  it('lose nothing of what is higher than a page', async () => {
    const attachments = Array.from({ length: 100 }, (_attachment, i) => ({ id: `a${i}`, title: `Приложение с длинным названием, которое занимает больше одной строки, под номером ${i + 1}`, pages: 1 }));
    const signatures = Array.from({ length: 4 }, (_block, i) => ({ position: `${'Начальник отдела '.repeat(60)}${i}`, person: { surname: `Озерова${i}`, initials: 'О. Ю.' } }));
    const text = (await pages(printOf({ ...shortOrder(), attachments, signatures }, 'order-main'))).flat().map((line) => line.text).join(' ');
    for (const { title } of attachments) expect(text.replace(/\s/gu, '')).toContain(title.slice(-20).replace(/\s/gu, ''));
    for (const i of [0, 1, 2, 3]) expect(text).toContain(`Озерова${i}`);
  });

  it('and of lines leave no sign, initial or number without its word', async () => {
    const lonely = /(?:№|(?<!\p{L})\p{Lu}\.|(?<!\p{L})(?:г|ст|п|ул|им)\.|(?<!\p{L})и\. ?о\.|–)$/u;
    const begins = /^(?:г\.(?! \p{Lu})|л\.|экз\.|%|\p{Lu}\. \p{Lu}\.(?! \p{Lu})|–\s)/u;
    const words = ['№ 12-од', 'Ветлугина А.М.', 'А. М. Ветлугина', '25 июня 2021 г.', 'п. 3.1', 'ст. 19', '35 лет', '100 %', 'И. о. директора', 'г. Заречный', '2 л. в 1 экз.', '2021 – 2022 у. г.', 'им. Пушкина'];
    const texts = Array.from({ length: 60 }, (_clause, i) => `Отметить ${'раз '.repeat(i % 17)}${words.map((word, j) => `${word} ${'и'.repeat(((i * 7 + j * 3) % 9) + 3)}`).join(' ')}`);
    const clauses = texts.map((text, i) => ({ id: `w${i}`, type: 'note', text }));
    const lines = (await pages(printOf({ ...shortOrder(), clauses }, 'order-main'))).flatMap((page, i) => (i === 0 ? page : page.slice(1))).filter((line) => line.left < 43 && line.text.length > 20);
    expect(lines.filter(({ text }) => lonely.test(text) && !text.endsWith('у. г.') && !/\d{4} г\.$/u.test(text) && !/Ветлугина А\. М\.$/u.test(text)).map(({ text }) => text)).toEqual([]);
    expect(lines.filter(({ text }) => begins.test(text)).map(({ text }) => text)).toEqual([]);
  });

  it('and stretch a justified line at its spaces, not at a hyphen', async () => {
    const text = 'Отметить организационно-методическое сопровождение информационно-образовательных ресурсов, модульно-накопительную модель и продукты-проекты педагогов-наставников. '.repeat(6);
    const [first] = await pages(printOf({ ...shortOrder(), clauses: [{ id: 'h', type: 'note', text: text.trim() }] }, 'order-main'));
    const split = first!.filter((line) => line.words.some((word, i) => word.text.endsWith('-') && i < line.words.length - 1));
    expect(split.map((line) => line.text)).toEqual([]);
    expect(first!.some((line) => line.words.at(-1)?.text.endsWith('-'))).toBe(true);
  });
});

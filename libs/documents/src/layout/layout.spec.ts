import type { DocumentModel } from '@reglament/contracts';
import { orderKind } from '../fixtures/order-kind.js';
import { orderModel } from '../fixtures/order-model.js';
import { nonBreaking } from '../russian/non-breaking.js';
import { formatMoment } from '../russian/moments.js';
import { textOfBlocks } from './blocks.js';
import { markLines } from './closing-blocks.js';
import { layoutDocument } from './layout-document.js';
import { layoutProfiles } from './layout-profiles.js';
import { stampLines } from './stamps.js';

const person = { surname: 'Озерова', initials: 'О.Ю.' };
const textOf = (model: Partial<DocumentModel>, kind = orderKind) =>
  textOfBlocks(layoutDocument({ model: { ...orderModel, ...model }, kind, profile: layoutProfiles[0]!, printedAt: '2026-06-25T07:05:00Z' }).blocks).replaceAll('\u00a0', ' ').replaceAll('\u2011', '-');

describe('stamps', () => {
  it('are worded as the standard words them', () => {
    expect(stampLines({ type: 'approved-by-document', document: 'приказом Управления образования', date: '2020-09-10', number: '24-3' })).toEqual(['УТВЕРЖДЕНО', 'приказом Управления образования от 10.09.2020 № 24-3']);
    expect(stampLines({ type: 'approved-by-document', form: 'plural', document: 'решением совета' })[0]).toBe('УТВЕРЖДЕНЫ');
    expect(stampLines({ type: 'approved-by-official', position: 'Директор', person, date: '2026-06-25' })).toEqual(['УТВЕРЖДАЮ', 'Директор', '____________ О. Ю. Озерова', '25.06.2026']);
    expect(stampLines({ type: 'agreed-by-document', document: 'протокол методического совета', date: '2026-06-01', number: '3' })[1]).toBe('протокол методического совета от 01.06.2026 № 3');
  });
});

describe('marks and blanks', () => {
  it('name signer, moment and record of a simple electronic signature, and no certificate', () => {
    const lines = markLines({ type: 'simple-electronic', signer: 'Озерова Ольга Юрьевна', at: '2026-06-25T14:05:59+07:00', recordCode: '7F3A' });
    expect(lines).toEqual(['Подписано простой электронной подписью', 'Озерова Ольга Юрьевна', '25.06.2026 14:05 (UTC+7)', 'Код записи: 7F3A']);
  });

  it('name certificate, holder and validity of a qualified one', () => {
    const lines = markLines({ type: 'qualified-electronic', holder: 'Озерова О. Ю.', certificate: '00A1', validFrom: '2026-01-10', validTo: '2027-04-10' });
    expect(lines).toEqual(['Документ подписан электронной подписью', 'Сертификат: 00A1', 'Владелец: Озерова О. Ю.', 'Действителен с 10.01.2026 по 10.04.2027']);
  });

  it('leave room for date and number until registration', () => {
    const text = textOf({ registration: {} });
    expect(text).toContain('____________\t\t№ ______');
    expect(text).toContain('к приказу от ____________ № ______');
  });

  it('are not printed where the kind has no journal', () => {
    const { journal: _journal, ...regulation } = orderKind;
    const { registration: _registration, ...draft } = orderModel;
    const text = textOfBlocks(layoutDocument({ model: { ...draft, attachments: [], tables: [] }, kind: regulation, profile: layoutProfiles[0]!, printedAt: '2026-06-25T07:05:00Z' }).blocks);
    expect(text.split('ЛИСТ')[0]).not.toContain('№\u00a0______');
  });

  it('print who acts for the head', () => {
    expect(textOf({ signatures: [{ acting: 'И. о.', position: 'начальника отдела', person }] })).toContain('И. о. начальника отдела');
  });

  it.each([['2026-11-22T14:05:00+07:00', '22.11.2026 14:05 (UTC+7)'], ['2026-11-22T14:05:00Z', '22.11.2026 14:05 (UTC)'], ['2026-11-22T14:05:00+05:30', '22.11.2026 14:05 (UTC+5:30)'], ['2026-11-22T14:05:00-03:00', '22.11.2026 14:05 (UTC-3)']])('read the moment %s as %s', (moment, text) => {
    expect(formatMoment(moment)).toBe(text);
  });
});

describe('attachments', () => {
  it('are approved by the document itself where they are marked so', () => {
    expect(textOf({ attachments: [{ ...orderModel.attachments[0]!, approved: true }] })).toContain('УТВЕРЖДЕНО\nприказом от 25.06.2026 № 110а');
  });

  it('are listed with their pages, one by one', () => {
    const text = textOf({ attachments: [{ id: 'a1', title: 'План', pages: 2 }, { id: 'a2', title: 'Список' }], tables: [] });
    expect(text).toContain('Приложения: 1. План на 2 л. в 1 экз.\n2. Список');
  });
});

describe('the sheet of acquaintance', () => {
  const textOfPart = (part: 'whole' | 'document' | 'acquaintance') =>
    textOfBlocks(layoutDocument({ model: orderModel, kind: orderKind, profile: layoutProfiles[0]!, printedAt: '2026-06-25T07:05:00Z', part }).blocks).replaceAll('\u00a0', ' ');

  it('stands behind the document, or alone, or is left out', () => {
    const [whole, document, sheet] = [textOfPart('whole'), textOfPart('document'), textOfPart('acquaintance')];
    expect(`${document}\n${sheet}`).toBe(whole);
    expect(sheet.startsWith('ЛИСТ ОЗНАКОМЛЕНИЯ\nс приказом от 25.06.2026 № 110а «О результатах мониторинга')).toBe(true);
    expect(sheet).toContain('1\tДиректор МБУ «Методический центр»\tВетлугина А. М.\t26.06.2026 09:12 (UTC+7)\tПЭП, код 11B0-4D2E');
  });
});

describe('text that may not be broken', () => {
  it.each([
    ['№ 45-ФЗ', '№\u00a045\u2011ФЗ'], ['Иванова А. Б.', 'Иванова\u00a0А.\u00a0Б.'], ['А.Б. Иванова', 'А.\u00a0Б.\u00a0Иванова'], ['25 июня 2021 г.', '25\u00a0июня\u00a02021\u00a0г.'],
    ['г. Заречный', 'г.\u00a0Заречный'], ['г.Заречного', 'г.\u00a0Заречного'], ['12 000 руб.', '12\u00a0000\u00a0руб.'], ['план – отчёт', 'план\u00a0– отчёт'], ['«О плане»', '«О\u00a0плане»'],
    ['модульно-накопительная', 'модульно-накопительная'], ['Бурмистрова-Задонская', 'Бурмистрова\u2011Задонская'], ['из-за', 'из\u2011за'], ['12-од', '12\u2011од'], ['COVID-19', 'COVID\u201119'],
    ['от 10.09.2020 № 3', 'от\u00a010.09.2020 №\u00a03'], ['с 14 декабря', 'с\u00a014\u00a0декабря'], ['пот 5', 'пот 5'], ['п. 3.1', 'п.\u00a03.1'], ['2026 г. Заречный', '2026\u00a0г. Заречный'], ['№№ 1, 2', '№№\u00a01, 2'], ['10 ч. 30 мин.', '10\u00a0ч. 30\u00a0мин.'], ['на 2 л. в 1 экз.', 'на 2\u00a0л. в 1\u00a0экз.'],
    ['5 рабочих дней', '5\u00a0рабочих дней'], ['35 лет', '35\u00a0лет'], ['100 %', '100\u00a0%'], ['2021 – 2022 у.г.', '2021\u00a0–\u00a02022\u00a0у.\u00a0г.'], ['и т. п.', 'и\u00a0т.\u00a0п.'], ['в т. ч.', 'в\u00a0т.\u00a0ч.'],
    ['им. А. С. Пушкина', 'им.\u00a0А.\u00a0С.\u00a0Пушкина'], ['приложение № 1', 'приложение №\u00a01'], ['5 и 6', '5 и 6'], ['Классу 3', 'Классу\u00a03'],
  ])('%s', (text, expected) => {
    expect(nonBreaking(text)).toBe(expected);
  });

  it.each(['а', 'Аа', 'а-', 'а–', '5 ', '/', 'А. ', '\u2011'])('is found in the longest text that a clause may have, of nothing but «%s»', (piece) => {
    const text = piece.repeat(50_000 / piece.length);
    expect(nonBreaking(text).length).toBeGreaterThanOrEqual(text.length);
  });

  it('is stable when it is applied again', () => {
    const text = textOf({});
    expect(nonBreaking(nonBreaking(text))).toBe(nonBreaking(text));
  });
});

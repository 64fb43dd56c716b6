import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { orderKind } from '../fixtures/order-kind.js';
import { walkClauses } from '../model/walk-clauses.js';
import { numberClauses, renumberClauses } from '../numbering/number-clauses.js';
import { importDocument, parseClauseList } from './import-document.js';

const order = readFileSync(join(process.cwd(), 'workflows/order-issuance/samples/order-110a.txt'), 'utf8');

describe('importing the text of an order', () => {
  const { model, suggestions } = importDocument(order, orderKind);
  const all = [...walkClauses(model.clauses)].map(({ clause }) => clause);

  it('reads the requisites of the head', () => {
    expect(model.requisites).toEqual({
      organisation: ['Муниципальное казённое учреждение', '«Отдел образования администрации города Заречного (демо)»'],
      kindTitle: 'ПРИКАЗ',
      title: 'О результатах мониторинга муниципальной методической службы',
      basis: [{ document: 'планом работы отдела образования' }],
    });
    expect(model.registration).toEqual({ number: '110а', date: '2021-06-25' });
    expect(model.preamble).toMatch(/^В соответствии с планом .* приказываю:$/);
  });

  it('keeps every typed number, the repeated one too', () => {
    expect(all.map((clause) => clause.numberAsTyped)).toEqual(
      ['1', '2', '3', '3.1', '3.2', '3.3', '3.4', '3.5', '3.5', '3.6', '4', '5', '6'],
    );
  });

  it('generates numbers of its own in place of the typed ones', () => {
    expect([...numberClauses(model.clauses, orderKind).values()]).toEqual(
      ['1', '2', '3', '3.1', '3.2', '3.3', '3.4', '3.5', '3.6', '3.7', '4', '5', '6'],
    );
    expect(JSON.stringify(renumberClauses(model.clauses))).not.toContain('numberAsTyped');
  });

  it('tells tasks from assessment, note, heading and control', () => {
    expect(all.map((clause) => clause.type)).toEqual(
      ['assessment', 'note', 'section', 'task', 'task', 'task', 'task', 'task', 'task', 'task', 'task', 'task', 'control'],
    );
  });

  it('suggests the executors that the text names and nobody else', () => {
    expect(suggestions).toEqual([
      { type: 'executor', clauseId: 'c4', text: 'МБУ «Методический центр»' },
      { type: 'executor', clauseId: 'c11', text: 'Ветлугиной А.М., директору МБУ «Методический центр»', surname: 'Ветлугиной', initials: 'А. М.' },
      { type: 'executor', clauseId: 'c12', text: 'Камышовой Н.В., ведущий специалисту отдела', surname: 'Камышовой', initials: 'Н. В.' },
    ]);
  });

  it('reads the signature below the clauses', () => {
    expect(model.signatures).toEqual([
      { position: 'Начальник отдела образования администрации г.Заречного (демо)', person: { surname: 'Озерова', initials: 'О. Ю.' } },
    ]);
  });
});

describe('pasting a clause list', () => {
  const numbersOf = (text: string) => [...walkClauses(parseClauseList(text, orderKind).clauses)].map(({ clause }) => [clause.numberAsTyped, clause.text]);

  it.each([
    ['full stops', '1. Провести\n2. Сдать\n2.1. Отчёт'],
    ['no full stop after several parts', '1. Провести\n2. Сдать\n2.1 Отчёт'],
    ['brackets', '1) Провести\n2) Сдать\n2.1) Отчёт'],
    ['tabs as Word pastes them', '1.\tПровести\r\n2.\tСдать\r\n2.1.\tОтчёт'],
    ['no-break spaces', '1.\u00a0Провести\n2.\u00a0Сдать\n2.1.\u202fОтчёт'],
    ['numbers glued to the text', '1.Провести\n2.Сдать\n2.1Отчёт'],
    ['soft line breaks', '1. Провести\u000b2. Сдать\u20282.1. Отчёт'],
    ['indents', '  1. Провести\n\t2. Сдать\n    2.1. Отчёт'],
  ])('reads %s', (_name, text) => {
    expect(numbersOf(text).map(([number, words]) => [number?.replace(')', ''), words])).toEqual([['1', 'Провести'], ['2', 'Сдать'], ['2.1', 'Отчёт']]);
  });

  it('puts a bracketed list below the numbered clause', () => {
    expect([...numberClauses(parseClauseList('3. Методистам:\n1) провести\n2) сдать\n4. Утвердить', orderKind).clauses).values()]).toEqual(['1', '1.1', '1.2', '2']);
  });

  it('joins wrapped lines and does not take a date or an amount for a number', () => {
    expect(numbersOf('1. Провести до\n01.09.2026 семинар, выделив\n2.5 часа и\n12 000 рублей\n2. Сдать')).toEqual([
      ['1', 'Провести до 01.09.2026 семинар, выделив 2.5 часа и 12 000 рублей'],
      ['2', 'Сдать'],
    ]);
  });

  it('makes bullets clauses of the type that is marked with a dash', () => {
    const { clauses } = parseClauseList('1. Провести:\n•\tсеминар;\n- вебинар;\n\uf0b7 игру.\n2. Сдать', orderKind);
    expect(clauses[0]?.clauses?.map((clause) => [clause.type, clause.text])).toEqual([['dash', 'семинар;'], ['dash', 'вебинар;'], ['dash', 'игру.']]);
    expect([...numberClauses(clauses, orderKind).values()]).toEqual(['1', '–', '–', '–', '2']);
  });

  it('keeps bullets as paragraphs where the kind has no such type', () => {
    const kind = { ...orderKind, clauseTypes: orderKind.clauseTypes.filter((type) => type.marker !== 'dash') };
    expect(parseClauseList('1. Провести:\n- семинар;\n- вебинар.', kind).clauses[0]?.text).toBe('Провести:\n– семинар;\n– вебинар.');
  });

  it('keeps a second paragraph of a clause apart', () => {
    expect(numbersOf('1. Провести семинар.\nМатериалы опубликовать.')).toEqual([['1', 'Провести семинар.\nМатериалы опубликовать.']]);
  });

  it('suggests terms only where the words state them', () => {
    const { suggestions } = parseClauseList(
      ['1. Сдать отчёт до 01.09.2026.', '2. Провести по 31 декабря 2026 г. включительно.', '3. Учесть приказ от 05.02.2026 № 7.', '4. Вести журнал до отмены.'].join('\n'),
      orderKind,
    );
    expect(suggestions).toEqual([
      { type: 'due', clauseId: 'c1', text: 'до 01.09.2026', due: '2026-09-01', inclusiveStated: false },
      { type: 'due', clauseId: 'c2', text: 'по 31 декабря 2026 г. включительно', due: '2026-12-31', inclusiveStated: true },
      { type: 'due-mode', clauseId: 'c4', text: 'до отмены', dueMode: 'until-cancelled' },
    ]);
  });

  it('gives an empty tree for a text without clauses', () => {
    expect(parseClauseList('Уважаемые коллеги!', orderKind).clauses).toEqual([]);
  });

  it('refuses a text beyond the limit', () => {
    expect(() => parseClauseList('а'.repeat(500_001), orderKind)).toThrow('document.text-too-long');
  });
});

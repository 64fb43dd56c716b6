import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { orderKind } from '../fixtures/order-kind.js';
import { importDocument } from '../import/import-document.js';
import { renumberClauses } from '../numbering/number-clauses.js';
import { lintDocument, mayBeApproved } from './lint-document.js';
import { summarise } from './summarise.js';

const order = readFileSync(join(process.cwd(), 'workflows/order-issuance/samples/order-110a.txt'), 'utf8');

describe('the faults of order 110а', () => {
  const { model } = importDocument(order, orderKind);
  const findings = lintDocument(model, orderKind, { today: '2021-06-25' });
  const numbersOf = (code: string) => findings.filter((f) => f.code === code).map((f) => f.message.ru.split('п. ')[1]);

  it('names the repeated number and what it should be', () => {
    expect(findings.filter((f) => f.code === 'duplicate-number')).toMatchObject([
      { severity: 'error', message: { ru: 'Повтор номера 3.5' }, pointer: '/clauses/2/clauses/5/numberAsTyped', expected: { ru: '3.6' } },
    ]);
    expect(findings.some((f) => f.code === 'missing-number')).toBe(false);
  });

  it('finds the six tasks without an executor', () => {
    expect(numbersOf('task-without-executor')).toEqual(['3.2', '3.3', '3.4', '3.5', '3.5', '3.6']);
  });

  it('finds the nine tasks without a due date', () => {
    expect(numbersOf('task-without-due')).toEqual(['3.1', '3.2', '3.3', '3.4', '3.5', '3.5', '3.6', '4', '5']);
  });

  it('asks to choose the executors that the text only names', () => {
    expect(numbersOf('executor-not-bound')).toEqual(['3.1', '4', '5']);
  });

  it('warns of the undated basis and of stray spaces', () => {
    expect(findings.filter((f) => f.code === 'basis-undated').map((f) => f.severity)).toEqual(['warning']);
    expect(findings.find((f) => f.code === 'spacing')).toMatchObject({ clauseId: 'c5', found: 'организационно -методическое; « Инновационная' });
  });

  it('sums the faults up in Russian and in English', () => {
    expect(summarise(findings).map((line) => line.text)).toEqual([
      { ru: 'Повтор номера 3.5', en: 'Repeated number 3.5' },
      { ru: '3 исполнителя названы в тексте, но не выбраны', en: '3 executors named in the text but not chosen' },
      { ru: '6 поручений без исполнителя', en: '6 tasks without an executor' },
      { ru: '9 поручений без срока', en: '9 tasks without a due date' },
      { ru: '1 основание без даты', en: '1 basis without a date' },
      { ru: '1 место с лишними пробелами', en: '1 place with wrong spaces' },
    ]);
    expect(mayBeApproved(findings)).toBe(false);
  });

  it('loses the repeated number when the clauses are renumbered, and may be approved once all is set', () => {
    const party = 'person:00000000-0000-4000-8000-000000000001';
    const set = (clauses: typeof model.clauses): typeof model.clauses =>
      clauses.map((clause) => ({
        ...clause,
        ...(clause.type === 'task' && { executor: party, due: '2021-12-31' }),
        ...(clause.clauses && { clauses: set(clause.clauses) }),
      }));
    const mended = { ...model, clauses: set(renumberClauses(model.clauses)) };
    const left = lintDocument(mended, orderKind, { today: '2021-06-25', staff: [{ party, surname: 'Озерова', initials: 'О. Ю.' }] });
    expect(left.filter((f) => f.severity === 'error')).toEqual([]);
    expect(mayBeApproved(left)).toBe(true);
  });
});

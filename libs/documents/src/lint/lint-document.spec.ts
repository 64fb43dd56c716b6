import fc from 'fast-check';
import type { DocumentModel, LintCode } from '@reglament/contracts';
import { orderKind } from '../fixtures/order-kind.js';
import { orderModel } from '../fixtures/order-model.js';
import { importDocument } from '../import/import-document.js';
import { lintDocument } from './lint-document.js';
import type { LintFacts, StaffMember } from './lint-facts.js';
import { matchStaff } from './match-staff.js';
import { summarise } from './summarise.js';

const party = (n: number) => `person:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const staff: StaffMember[] = [
  { party: party(1), surname: 'Ветлугина', initials: 'А. М.', surnameForms: ['Ветлугиной'] },
  { party: party(2), surname: 'Камышова', initials: 'Н. В.' },
];
const facts: LintFacts = { today: '2026-06-25', staff };
const changed = (change: (model: DocumentModel) => void): DocumentModel => {
  const model = structuredClone(orderModel);
  change(model);
  return model;
};
const lint = (model: DocumentModel, more: Partial<LintFacts> = {}, kind = orderKind) => lintDocument(model, kind, { ...facts, ...more });
const found = (model: DocumentModel, more: Partial<LintFacts> = {}) => lint(model, more).map((f) => [f.code, f.pointer]);

describe('the lint of a document', () => {
  it('has nothing to say about a sound order', () => {
    expect(lint(orderModel)).toEqual([]);
  });

  it.each<[string, (model: DocumentModel) => void, [LintCode, string][]]>([
    ['a task whose executor is gone', (m) => { delete m.clauses[2]!.clauses![1]!.executor; }, [['task-without-executor', '/clauses/2/clauses/1/executor']]],
    ['an executor who is only named', (m) => { const c = m.clauses[3]!; delete c.executor; }, [['executor-not-bound', '/clauses/3/executor']]],
    ['an executor who is not in the staff', (m) => { m.clauses[3]!.executor = party(9); }, [['executor-not-in-staff', '/clauses/3/executor']]],
    ['a co-executor who is not in the staff', (m) => { m.clauses[3]!.coExecutors = [party(1), party(9)]; }, [['executor-not-in-staff', '/clauses/3/coExecutors/1']]],
    ['a task without a term', (m) => { delete m.clauses[2]!.clauses![1]!.due; }, [['task-without-due', '/clauses/2/clauses/1/due']]],
    ['a periodic task without its period', (m) => { const c = m.clauses[2]!.clauses![1]!; delete c.due; c.dueMode = 'periodic'; }, [['task-without-due', '/clauses/2/clauses/1/due']]],
    ['a term that is past', (m) => { m.clauses[3]!.due = '2026-06-24'; }, [['due-in-past', '/clauses/3/due']]],
    ['no basis', (m) => { m.requisites.basis = []; }, [['basis-missing', '/requisites/basis']]],
    ['an undated basis', (m) => { m.requisites.basis = [{ document: 'планом работы' }]; }, [['basis-undated', '/requisites/basis/0/date']]],
    ['a basis later than the document', (m) => { m.requisites.basis[0]!.date = '2026-06-26'; }, [['basis-after-document', '/requisites/basis/0/date']]],
    ['a basis later than today in a draft that has no date', (m) => { delete m.registration; m.requisites.basis[0]!.date = '2026-06-26'; }, [['basis-after-document', '/requisites/basis/0/date']]],
    ['a title with a full stop', (m) => { m.requisites.title = 'О результатах мониторинга.'; }, [['title-form', '/requisites/title']]],
    ['a title without «О»', (m) => { m.requisites.title = 'Результаты мониторинга'; }, [['title-form', '/requisites/title']]],
    ['no title', (m) => { m.requisites.title = ' '; }, [['requisite-missing', '/requisites/title']]],
    ['a signature without a name', (m) => { m.signatures[0]!.person.surname = ' '; }, [['requisite-missing', '/signatures']]],
    ['no signature', (m) => { m.signatures = []; }, [['requisite-missing', '/signatures']]],
    ['a preamble without the operative word', (m) => { m.preamble = m.preamble!.replace(' приказываю:', ''); }, [['operative-word-absent', '/preamble']]],
    ['no control clause', (m) => { m.clauses.pop(); }, [['control-clause-absent', '/clauses']]],
    ['a control clause that is not the last', (m) => { m.clauses.unshift(m.clauses.pop()!); }, [['control-clause-not-last', '/clauses/0']]],
    ['an attachment that is named but absent', (m) => { m.clauses[1]!.text += ' (приложение № 2)'; }, [['attachment-absent', '/clauses/1/text']]],
    ['an attachment that is never named', (m) => { m.attachments.push({ id: 'a2', number: '2', title: 'План' }); }, [['attachment-not-named', '/attachments/1']]],
    ['an empty clause', (m) => { m.clauses[1]!.text = ' – '; }, [['empty-clause', '/clauses/1/text']]],
    ['a clause of an unknown type', (m) => { m.clauses[1]!.type = 'unheard-of'; }, [['unknown-clause-type', '/clauses/1/type']]],
    ['a hybrid stamp', (m) => { m.requisites.stamps = [{ type: 'hybrid', position: 'Директор', person: { surname: 'Озерова', initials: 'О. Ю.' }, document: 'приказом' }]; }, [['stamp-hybrid', '/requisites/stamps/0']]],
    ['a paragraph of the preamble that stands in a clause again', (m) => { m.preamble = `${m.clauses[1]!.text}\n${m.preamble}`; }, [['duplicate-paragraph', '/clauses/1/text']]],
    ['a paragraph that stands twice in an attachment', (m) => { m.attachments[0]!.clauses = [{ ...m.clauses[1]!, id: 'x1' }]; }, [['duplicate-paragraph', '/attachments/0/clauses/0/text']]],
    ['a paragraph that stands twice', (m) => { m.clauses.splice(2, 0, { ...m.clauses[1]!, id: 'twin' }); }, [['duplicate-paragraph', '/clauses/2/text']]],
    ['a paragraph that stands nearly twice', (m) => { m.clauses.splice(2, 0, { ...m.clauses[1]!, id: 'twin', text: m.clauses[1]!.text.replace('Отметить', 'отметить ') }); }, [['duplicate-paragraph', '/clauses/2/text'], ['spacing', '/clauses/2/text']]],
  ])('finds %s', (_name, change, expected) => {
    expect(found(changed(change))).toEqual(expected);
  });

  it.each(['{{дата}}', '____', 'до __.__.____', '«…»', '«...»', '(…)', 'ХХ.ХХ.ХХХХ'])('finds the open place %s wherever it stands', (place) => {
    const model = changed((m) => { m.clauses[1]!.text += ` ${place}`; m.tables[0]!.rows[0]![1] = place; m.signatures[0]!.position = `Начальник ${place}`; });
    expect(found(model)).toEqual([['unresolved-placeholder', '/clauses/1/text'], ['unresolved-placeholder', '/tables/0/rows/0/1'], ['unresolved-placeholder', '/signatures/0/position']]);
  });

  it.each(['организационно -методическое', 'слово- слово', 'в « школах»', 'слово , слово', 'два  пробела', 'конец .'])('warns of «%s»', (defect) => {
    expect(lint(changed((m) => { m.clauses[1]!.text = `Отметить: ${defect} и так далее`; })).map((f) => [f.code, f.severity])).toEqual([['spacing', 'warning']]);
  });

  it.each(['начального- и среднего', 'план – отчёт', '2026 – 2027 у.г.', 'педагогов-наставников', 'МБУ «Центр» (далее – Центр).', 'т. е. так', '№ 5, 6'])('leaves «%s» alone', (text) => {
    expect(lint(changed((m) => { m.clauses[1]!.text = `Отметить: ${text}`; }))).toEqual([]);
  });

  it.each(['О плане работы на 2026 г.', 'О конкурсах, смотрах и др.', 'О плане'])('takes the title «%s»', (title) => {
    expect(lint(changed((m) => { m.requisites.title = title; }))).toEqual([]);
  });

  it('takes executor and term from the heading above', () => {
    const model = changed((m) => {
      const section = m.clauses[2]!;
      section.executor = party(1);
      section.due = '2026-12-31';
      for (const task of section.clauses!) { delete task.executor; delete task.executorAsTyped; delete task.due; }
    });
    expect(lint(model)).toEqual([]);
  });

  it('asks nothing of a task that only gathers the tasks below it', () => {
    expect(lint(changed((m) => { m.clauses[2]!.type = 'task'; }))).toEqual([]);
  });

  it('counts a standing task as one with a term', () => {
    expect(lint(changed((m) => { const c = m.clauses[3]!; delete c.due; c.dueMode = 'until-cancelled'; }))).toEqual([]);
    expect(lint(changed((m) => { const c = m.clauses[3]!; delete c.due; c.dueMode = 'periodic'; c.period = 'P1M'; }))).toEqual([]);
  });

  it('knows who has left', () => {
    const left = [{ ...staff[0]!, dismissedOn: '2026-06-24' }, staff[1]!];
    expect(found(orderModel, { staff: left }).map(([code]) => code)).toEqual(['executor-dismissed', 'executor-dismissed', 'executor-dismissed']);
    const leaves = (on: string) => lint(orderModel, { staff: [{ ...staff[0]!, dismissedOn: on }, staff[1]!] }).map((f) => f.message.ru);
    expect(leaves('2026-09-15')).toEqual(['Исполнитель увольняется до срока: Ветлугина А. М., п. 3.2']);
    expect(leaves('2026-10-01')).toEqual([]);
    expect(leaves('2026-06-25')[0]).toContain('Исполнитель уволен');
  });

  it('proposes the one person whom the text can mean, and offers the term that it states', () => {
    const model = changed((m) => { const c = m.clauses[3]!; delete c.executor; delete c.due; });
    const findings = lint(model);
    expect(findings.map((f) => f.remedy.ru)).toEqual(['Подтвердите исполнителя: Ветлугина А. М.', 'В тексте названо «до 01.09.2026»: подтвердите срок']);
    expect(matchStaff('Ветлугиной А.М., директору', staff).map((m) => m.party)).toEqual([party(1)]);
    expect(matchStaff('Ветлугиной Б. М.', staff)).toEqual([]);
    expect(matchStaff('Камышовой Н.В.', staff).map((m) => m.party)).toEqual([party(2)]);
  });

  it('finds skipped numbers at every level', () => {
    const { model } = importDocument('1. Отметить рост.\n3. Отметить спад.\n3.2. Отметить план.\n3.4. Отметить отчёт.', orderKind);
    expect(summarise(lint(model).filter((f) => f.code === 'missing-number'))).toEqual([
      { code: 'missing-number', severity: 'error', count: 3, text: { ru: 'Пропущены номера 2, 3.1, 3.3', en: 'Missing numbers 2, 3.1, 3.3' } },
    ]);
  });

  it('follows the severities of the kind', () => {
    const model = changed((m) => { m.clauses.pop(); m.requisites.basis = [{ document: 'планом' }]; });
    const strict = { ...orderKind, lint: { 'basis-undated': 'error', 'control-clause-absent': 'off' } } as const;
    expect(lint(model, {}, strict).map((f) => [f.code, f.severity])).toEqual([['basis-undated', 'error']]);
  });

  it('uses the plural that the count asks for', () => {
    const tasks = (n: number) => changed((m) => { m.clauses = [...Array.from({ length: n }, (_x, i) => ({ id: `t${i}`, type: 'task', text: `Сдать отчёт ${i}`, executor: party(1) })), m.clauses.at(-1)!]; m.attachments = []; });
    const line = (n: number) => summarise(lint(tasks(n)).filter((f) => f.code === 'task-without-due'))[0]?.text;
    expect([1, 2, 5, 21].map((n) => line(n)?.ru)).toEqual(['1 поручение без срока', '2 поручения без срока', '5 поручений без срока', '21 поручение без срока']);
    expect([1, 2].map((n) => line(n)?.en)).toEqual(['1 task without a due date', '2 tasks without a due date']);
  });

  it('survives any pasted text, and every finding points into the document', () => {
    const piece = fc.constantFrom('1. ', '2.1 ', '3.5. ', '1) ', 'а) ', '– ', '\n', '\n\n', 'Считать ', 'необходимо: ', 'Ивановой А. Б., ', 'до 31.02.2026 ', 'приложение № 3 ', '____ ', '« ', '\t', 'ПРИКАЗ\n', '№ 5', 'О плане\n');
    fc.assert(fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 12 })), { maxLength: 40 }), (pieces) => {
      const { model } = importDocument(pieces.join(''), orderKind);
      for (const finding of lint(model)) {
        const steps = finding.pointer.split('/').slice(1, -1);
        const parent = steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], model);
        expect(parent).toBeDefined();
      }
    }));
  });
});

import type { DocumentModel, StructuredKind } from '@reglament/contracts';
import { importDocument, layoutProfiles, renumberClauses, type DocumentToPrint } from '@reglament/documents';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(process.cwd(), 'workflows/order-issuance');
const person = (n: number): string => `person:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A kind as the package brings it. */
export function kindOf(key: string): StructuredKind {
  return JSON.parse(readFileSync(path.join(folder, `document-kinds/${key}.json`), 'utf8')) as StructuredKind;
}

export function printOf(model: DocumentModel, key: string, more: Partial<DocumentToPrint> = {}): DocumentToPrint {
  const kind = kindOf(key);
  const profile = layoutProfiles.find((each) => each.key === kind.layoutProfile);
  if (!profile) throw new Error(`no layout profile ${kind.layoutProfile}`);
  return {
    model: { ...model, kind: key }, kind, profile, printedAt: '2026-06-25T07:05:00Z',
    partyNames: new Map([[person(1), 'Ветлугина А. М.'], [person(2), 'Камышова Н. В.'], [person(3), 'Бурмистрова-Задонская Л. П.']]), ...more,
  };
}

export const head = { position: 'Начальник отдела образования', person: { surname: 'Озерова', initials: 'О.Ю.' } } as const;
export const simpleMark = { type: 'simple-electronic', signer: 'Озерова Ольга Юрьевна', at: '2026-06-25T14:05:00+07:00', recordCode: '7F3A-91C2' } as const;

/** A page or less. */
export function shortOrder(): DocumentModel {
  return {
    format: 1, kind: 'order-main',
    requisites: {
      organisation: ['Муниципальное казённое учреждение', '«Отдел образования администрации города Заречного (демо)»'], kindTitle: 'ПРИКАЗ', place: 'г. Заречный (демо)',
      title: 'О проведении дня открытых дверей муниципальной методической службы города Заречного', basis: [],
    },
    registration: { number: '24', date: '2026-02-03' },
    preamble: 'В соответствии с планом работы отдела образования на 2026 год (приказ от 15.01.2026 № 12-од) и в целях знакомства педагогов с методической службой приказываю:',
    clauses: [
      { id: 'a', type: 'task', text: 'Ветлугиной А.М., директору МБУ «Методический центр», провести день открытых дверей 12 февраля 2026 г. с 10 ч. до 14 ч.', executor: person(1), executorAsTyped: 'Ветлугиной А.М.', due: '2026-02-12' },
      { id: 'b', type: 'task', text: 'Подготовить программу дня открытых дверей.', executor: person(2), due: '2026-02-06' },
      { id: 'c', type: 'control', text: 'Контроль за исполнением приказа оставляю за собой.' },
    ],
    tables: [], attachments: [], signatures: [{ ...head, person: { ...head.person }, mark: { ...simpleMark } }],
    executorContact: { name: 'Камышова Нина Викторовна', phone: '8 (000) 000-00-00' },
  };
}

/** The sample of the package with its tasks repeated under headings, nine pages and more. */
export function longOrder(sections = 7): DocumentModel {
  const imported = importDocument(readFileSync(path.join(folder, 'samples/order-110a.txt'), 'utf8'), kindOf('order-main')).model;
  const clauses = renumberClauses(imported.clauses);
  const given = (list: DocumentModel['clauses'], prefix: string): DocumentModel['clauses'] =>
    list.map((clause, i) => ({ ...clause, id: `${prefix}${i}`, ...(clause.type === 'task' && { executor: person(1 + (i % 3)), due: '2021-12-31' }), ...(clause.clauses && { clauses: given(clause.clauses, `${prefix}${i}-`) }) }));
  const tasks = clauses[2]?.clauses ?? [];
  const more = Array.from({ length: sections }, (_section, n) => ({ id: `s${n}`, type: 'heading', text: `В целях исполнения раздела ${n + 1} плана работы необходимо:`, clauses: tasks }));
  const visa = (position: string, surname: string, initials: string) => ({ position, person: { surname, initials }, decision: 'agreed' as const, date: '2021-06-24' });
  return {
    ...imported, requisites: { ...imported.requisites, place: 'г. Заречный (демо)' }, clauses: given([...clauses.slice(0, -1), ...more, ...clauses.slice(-1)], 'c'),
    signatures: [{ ...head, person: { ...head.person }, mark: { ...simpleMark } }],
    visas: [visa('Юрисконсульт', 'Лугинин', 'П. С.'), visa('Ведущий специалист отдела образования', 'Бурмистрова-Задонская', 'Л. П.')],
    distribution: ['в дело', 'МБУ «Методический центр»'], executorContact: { name: 'Камышова Нина Викторовна', phone: '8 (000) 000-00-00' }, filingMark: { caseIndex: '01-07', date: '2021-06-30' },
  };
}

/** With two attachments, of which one is a table over pages, and the signature of who acts for the head. */
export function annexedOrder(): DocumentModel {
  const order = shortOrder();
  return {
    ...order,
    clauses: [{ id: 'u', type: 'approve', text: 'Утвердить план мероприятий (приложение № 1) и состав рабочей группы (приложение № 2).' }, ...order.clauses],
    attachments: [
      { id: 'a1', number: '1', title: 'План мероприятий на 2026–2027 учебный год', pages: 3, approved: true },
      { id: 'a2', number: '2', title: 'Состав рабочей группы', pages: 1, clauses: [{ id: 'x1', type: 'note', text: 'Озерова О.Ю., начальник отдела образования, председатель.' }] },
    ],
    tables: [{
      id: 't1', anchor: { type: 'in-attachment', attachmentId: 'a1' }, title: 'Таблица 1. Мероприятия',
      columns: [{ title: '№ п/п', width: 1, align: 'center' }, { title: 'Мероприятие', width: 5 }, { title: 'Срок', width: 2, align: 'center' }, { title: 'Ответственный', width: 3 }],
      rows: Array.from({ length: 60 }, (_row, i) => [String(i + 1), `Семинар-практикум, группа № ${i + 1}`, `${(i % 28) + 1} октября 2026 г.`, i % 2 === 0 ? 'Ветлугина А. М.' : 'Бурмистрова-Задонская Л. П.']),
    }],
    signatures: [{ acting: 'И. о.', position: 'начальника отдела образования', person: { surname: 'Бурмистрова-Задонская', initials: 'Л. П.' }, mark: { ...simpleMark, signer: 'Бурмистрова-Задонская Л. П.' } }],
  };
}

/** A letter in reply, to two addressees. */
export function letter(): DocumentModel {
  const order = shortOrder();
  return {
    ...order,
    requisites: {
      organisation: order.requisites.organisation ?? [], organisationDetails: ['ул. Школьная, д. 1, г. Заречный, 000000', 'тел. 8 (000) 000-00-00'], kindTitle: '', place: 'г. Заречный (демо)',
      title: 'О предоставлении сведений о молодых педагогах', basis: [], inReplyTo: { number: '43/1', date: '2026-02-01' },
      addressees: [{ lines: ['Директорам общеобразовательных организаций'] }, { lines: ['Директору МБУ «Методический центр»', 'А. М. Ветлугиной'] }],
    },
    registration: { number: '279/01-03', date: '2026-02-03' },
    preamble: 'Уважаемые руководители!\nОтдел образования просит до 15 февраля 2026 г. представить сведения о молодых педагогах.',
    clauses: [],
  };
}

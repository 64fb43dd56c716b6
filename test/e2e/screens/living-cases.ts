import { expect } from '@playwright/test';
import { draft, issue, sendForApproval, sign } from '../office/journey.js';
import type { Office } from '../office/office.js';

/** Titles of the cases whose screens are looked at. */
export interface LivingCases {
  /** Begun, with findings of the check. */
  readonly draft: string;
  /** Returned once and sent again: two versions, two rounds; waits for the lawyer. */
  readonly approval: string;
  /** Signed; waits for its number. */
  readonly unregistered: string;
  /** In force: acquaintance and control go on as parts of the case. */
  readonly inForce: string;
}

/** An office in the middle of its day, made by the people themselves. */
export async function makeLivingCases(office: Office): Promise<LivingCases> {
  const title = (what: string): string => `${what} ${office.run}`;
  const cases: LivingCases = { draft: title('О летней смене'), approval: title('О проведении недели педагога'), unregistered: title('О сроках отчётности'), inForce: title('О подготовке к учебному году') };
  const due = await office.date(30);
  const clauses = [
    { type: 'Поручение', text: 'Подготовить план мероприятий.', executor: 'Полевой', due },
    { type: 'Контроль', text: 'Контроль за исполнением приказа оставляю за собой.', controller: 'Берёзкина' },
  ] as const;
  await issue(office, 'methodist', { title: cases.inForce, clauses, acquaint: ['Травина', 'Полевой'] });

  await draft(office, 'methodist', { title: cases.unregistered, clauses, acquaint: ['Травина'] });
  await sendForApproval(office, 'methodist');
  await sign(office, 'head', cases.unregistered);

  await draft(office, 'methodist', { title: cases.approval, clauses, visas: ['Дубровин'], acquaint: ['Травина'] });
  await sendForApproval(office, 'methodist');
  const lawyer = await office.at('lawyer');
  await lawyer.worklist.openTask(cases.approval, 'Согласовать проект');
  await lawyer.task.complete('Не согласовано', { remark: 'Уточните срок исполнения.' });
  const author = await office.at('methodist');
  await author.worklist.openTask(cases.approval, 'Доработать проект');
  await author.order.clauseText('1').fill('Подготовить план мероприятий и смету.');
  await author.task.complete('На согласование');

  await author.order.start();
  await author.order.title.fill(cases.draft);
  await author.page.getByRole('button', { name: 'Добавить пункт', exact: true }).click();
  await author.order.fillClause('1', { type: 'Поручение', text: 'Организовать летнюю смену.' });
  await expect(author.order.findings).toContainText('без исполнителя');
  await author.order.expectSaved();
  return cases;
}

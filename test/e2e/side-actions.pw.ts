import { expect, test } from '@playwright/test';
import { draft, issue, register, sendForApproval, sign } from './office/journey.js';
import { useOffice } from './office/office.js';

const plain = [{ type: 'Контроль', text: 'Контроль за исполнением приказа оставляю за собой.', controller: 'Берёзкина' }] as const;

test.describe.serial('2.3 side actions', () => {
  const office = useOffice();
  const title = (what: string) => `О ${what} ${office.run}`;

  test('2.3 withdraw: only with a remark, by the author, and only before registration', async () => {
    const what = title('графике отпусков');
    await draft(office, 'methodist', { title: what, acquaint: ['Травина'], visas: ['Дубровин'], clauses: plain });
    await sendForApproval(office, 'methodist');
    const { case: cases, page } = await office.at('methodist');
    await cases.open(what);
    await cases.act('Отозвать проект');
    await expect(page.getByRole('dialog')).toContainText('Напишите замечание');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Замечание' }).fill('Издаётся другим приказом.');
    await page.getByRole('dialog').getByRole('button', { name: 'Отозвать проект', exact: true }).click();
    await cases.expectState('Отозван');
    await (await office.at('lawyer')).worklist.expectNoTask(what);
  });

  test('2.3 amend: a new order changes an earlier one, both name each other', async () => {
    const [old, amending] = [title('порядке аттестации'), title('внесении изменений')];
    await issue(office, 'methodist', { title: old, acquaint: ['Травина'], clauses: plain });
    await related(amending, old, 'Вносит изменения');
    const { document, page } = await office.at('clerk');
    await document.open(amending);
    await expect(page.getByRole('region', { name: 'Связанные документы' })).toContainText(old);
    await document.open(old);
    await expect(page.getByRole('region', { name: 'Связанные документы' })).toContainText('Изменён документом');
    const author = await office.at('methodist');
    await author.case.open(old);
    await expect(author.case.action('Отозвать проект')).toHaveCount(0);
  });

  test('2.3 repeal: the earlier order is «Утратил силу», its open tasks are gone', async () => {
    const [old, repealing] = [title('старом порядке'), title('новом порядке')];
    await issue(office, 'methodist', { title: old, acquaint: ['Травина'], clauses: plain });
    await related(repealing, old, 'Признаёт утратившим силу');
    const { document, page } = await office.at('clerk');
    await document.open(old);
    await expect(page.getByText('Утратил силу', { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('region', { name: 'Связанные документы' })).toContainText(repealing);
    await (await office.at('methodist3')).worklist.expectNoTask(old);
  });

  test('2.3 annul: the head alone, with a reason; the number stays in the journal as void', async () => {
    const what = title('ошибочном приказе');
    await issue(office, 'methodist', { title: what, acquaint: ['Травина'], clauses: plain });
    const clerk = await office.at('clerk');
    await clerk.case.open(what);
    await expect(clerk.case.action('Аннулировать')).toHaveCount(0);
    const { case: cases } = await office.at('head');
    await cases.open(what);
    await cases.act('Аннулировать', 'Издан по ошибке.');
    await cases.expectState('Аннулирован');
    await clerk.journal.open('Приказы по основной деятельности');
    await clerk.page.getByRole('textbox', { name: 'Заголовок или номер' }).fill(what);
    await clerk.page.keyboard.press('Enter');
    const row = clerk.page.getByRole('row').filter({ hasText: what });
    await expect(row).toContainText('Аннулирован');
    await expect(row).toContainText('Издан по ошибке.');
  });

  async function related(newTitle: string, old: string, what: string): Promise<void> {
    await draft(office, 'methodist', { title: newTitle, acquaint: ['Травина'], clauses: plain });
    const { page, order } = await office.at('methodist');
    await page.getByRole('button', { name: 'Добавить документ' }).click();
    await page.getByRole('combobox', { name: 'Что делает' }).selectOption({ label: what });
    await order.pick(page.getByRole('combobox', { name: 'Документ', exact: true }), old);
    await sendForApproval(office, 'methodist');
    await sign(office, 'head', newTitle);
    await register(office, 'clerk', newTitle);
  }
});

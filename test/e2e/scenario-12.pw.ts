import { expect, test } from '@playwright/test';
import { approve, draft, sendForApproval } from './office/journey.js';
import { useOffice } from './office/office.js';

test.describe.serial('scenario 12: approval with return', () => {
  const office = useOffice();
  const title = `О школе молодого педагога ${office.run}`;
  const text = `Провести занятия школы молодого педагога ${office.run} по утверждённому плану.`;
  const mended = `Провести шесть занятий школы молодого педагога ${office.run} по утверждённому плану.`;

  test('12 the lawyer may not refuse without a remark; with it the author gets «На доработке» and the remark', async () => {
    await draft(office, 'methodist', {
      title, visas: ['Дубровин', 'Осинцева'], acquaint: ['Травина'],
      clauses: [{ type: 'Поручение', text, executor: 'Полевой', due: await office.date(30) }, { type: 'Контроль', text: 'Контроль за исполнением приказа возложить на заместителя начальника отдела.', controller: 'Ключников' }],
    });
    await sendForApproval(office, 'methodist');
    await approve(office, 'accountant', title);
    const { worklist, task, page } = await office.at('lawyer');
    await worklist.openTask(title, 'Согласовать проект');
    await task.choose('Не согласовано');
    await task.confirm('Не согласовано');
    await expect(task.dialog).toContainText('Напишите замечание');
    await expect(task.dialog.getByRole('textbox', { name: 'Замечание' })).toHaveAttribute('aria-invalid', 'true');
    await task.dialog.getByRole('textbox', { name: 'Замечание' }).fill('Назовите число занятий.');
    await task.confirm('Не согласовано');
    await task.expectDone();
    await page.goto('/tasks');
    const author = await office.at('methodist');
    const row = await author.worklist.expectTask(title, 'Доработать проект');
    await expect(row).toContainText('На доработке');
    await author.worklist.openTask(title, 'Доработать проект');
    await expect(author.page.getByText('Назовите число занятий.').first()).toBeVisible();
  });

  test('12 the author mends a clause; in round 2 every visa is asked again and the change is shown', async () => {
    const author = await office.at('methodist');
    await author.order.clauseText('1').fill(mended);
    await expect(author.task.outcome('На согласование')).toBeEnabled();
    await author.task.complete('На согласование');
    const accountant = await office.at('accountant');
    await accountant.worklist.openTask(title, 'Согласовать проект');
    await expect(accountant.page.getByText('Круг 2').first()).toBeVisible();
    await expect(accountant.page.getByRole('insertion').filter({ hasText: 'шесть' })).toBeVisible();
    await accountant.task.complete('Согласовано', { dialog: true });
    await approve(office, 'lawyer', title);
  });
});

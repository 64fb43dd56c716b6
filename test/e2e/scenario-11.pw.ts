import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { useOffice } from './office/office.js';

const seed = readFileSync('workflows/order-issuance/samples/order-110a.txt', 'utf8');

test.describe.serial('scenario 11: an order with the defects of 110а', () => {
  const office = useOffice();

  test('11 the pasted order shows its double number and what is missing, and is sent once all is mended', async () => {
    const { order, page, task } = await office.at('methodist');
    await order.start();
    await order.fill({ title: `О результатах мониторинга ${office.run}`, clauses: [], acquaint: ['Травина'], basis: false });
    await page.getByRole('button', { name: 'Вставить список текстом' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Текст с пунктами' }).fill(seed);
    await dialog.getByRole('button', { name: 'Разобрать' }).click();
    await expect(dialog).toContainText('Повтор номера 3.5');
    await dialog.getByRole('button', { name: 'Вставить', exact: true }).click();
    for (const defect of ['Повтор номера 3.5', '6 поручений без исполнителя', '9 поручений без срока']) await expect(order.findings).toContainText(defect);
    await expect(task.outcome('На согласование')).toBeDisabled();
    await expect(page.getByText(/«На согласование» пока недоступно: .*6 поручений без исполнителя/)).toBeVisible();

    await page.getByRole('button', { name: 'Вставить список текстом' }).click();
    await dialog.getByRole('textbox', { name: 'Текст с пунктами' }).fill(seed);
    await dialog.getByRole('button', { name: 'Разобрать' }).click();
    await dialog.getByRole('radio', { name: 'Заменить все пункты' }).check();
    await dialog.getByRole('button', { name: 'Перенумеровать' }).click();
    await dialog.getByRole('button', { name: 'Вставить', exact: true }).click();
    await expect(order.findings).not.toContainText('Повтор номера 3.5');
    await expect(order.clauseText('3.5')).toHaveValue(/^Усилить работу/);
    await expect(order.clauseText('3.6')).toHaveValue(/^Продолжить внедрение практики/);
    await expect(order.clauseText('3.7')).toHaveValue(/^Усовершенствовать систему/);

    const due = await office.date(40);
    for (const number of ['3.1', '3.2', '3.3', '3.4', '3.5', '3.6', '3.7', '4', '5']) {
      const clause = order.clause(number);
      await order.pick(clause.getByRole('combobox', { name: 'Исполнитель', exact: true }), 'Полевой');
      await clause.getByRole('textbox', { name: 'Срок', exact: true }).fill(due);
    }
    await expect(order.findings).not.toContainText('без срока');
    await expect(task.outcome('На согласование')).toBeEnabled();
    await task.complete('На согласование', { reason: 'Основание названо в преамбуле.' });
  });
});

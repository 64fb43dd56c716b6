import { expect, test } from '@playwright/test';
import { account } from './office/accounts.js';
import { isoDate } from './office/business-date.js';
import { businessTime } from './office/clock.js';
import { approve, draft, register, sendForApproval } from './office/journey.js';
import { useOffice } from './office/office.js';

test.describe.serial('scenario 12: approval with return, substitution, editorial change', { tag: '@both-bases' }, () => {
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

  test('12 an editorial change keeps the visas: after it the order goes straight to signature', async () => {
    const head = await office.at('head');
    await head.worklist.openTask(title, 'Подписать документ');
    await head.task.complete('Вернуть на доработку', { remark: 'Опечатка в преамбуле.' });
    const author = await office.at('methodist');
    await author.worklist.openTask(title, 'Доработать проект');
    await author.page.getByRole('textbox', { name: 'Преамбула' }).fill('В соответствии с планом работы отдела образования на 2026 год приказываю:');
    await author.page.getByRole('checkbox', { name: /^Редакционная правка/ }).check();
    await author.task.complete('На согласование');
    await (await office.at('head')).worklist.expectTask(title, 'Подписать документ');
  });

  test('12 the head is on leave: the task comes to the substitute, the order shows «И. о.»', async () => {
    const head = await office.at('head');
    const today = await businessTime((await office.at('admin')).page);
    await head.substitutions.add({ absent: 'Берёзкина', substitute: 'Ключников', from: isoDate(today), to: isoDate(today, 10), basis: 'приказ № 44-лс' });
    const { worklist, task } = await office.at('deputy');
    const row = await worklist.expectTask(title, 'Подписать документ');
    await expect(row).toContainText('за: Берёзкина');
    await worklist.openTask(title, 'Подписать документ');
    await task.complete('Подписать', { password: account('deputy').password });
    await head.substitutions.endFor('Берёзкина');
    await register(office, 'clerk', title);
    const clerk = await office.at('clerk');
    await clerk.document.open(title);
    await expect(clerk.document.sheet).toContainText('И. о. начальника отдела образования');
    await expect(clerk.document.sheet).toContainText('А. С. Ключников');
    await expect(clerk.document.sheet).not.toContainText('Берёзкина');
    const pdf = await clerk.document.pdfText();
    for (const printed of ['И. о. начальника отдела', 'А. С. Ключников', mended]) expect(pdf).toContain(printed);
    expect(pdf).not.toContain('Берёзкина');
    await clerk.journal.open('Приказы по основной деятельности');
    await expect(clerk.page.getByRole('row').filter({ hasText: title })).toContainText('Ключников');
  });
});

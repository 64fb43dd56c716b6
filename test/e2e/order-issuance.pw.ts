import { expect, test } from '@playwright/test';
import { account } from './office/accounts.js';
import { acquaint, register } from './office/journey.js';
import { useOffice } from './office/office.js';

/** Rows 1–10 of §2.3, one order from desk to desk, each row with something that is refused or late. */
test.describe.serial('2.3 order issuance', () => {
  const office = useOffice();
  const title = `О наставничестве ${office.run}`;
  const taskText = `Подготовить и направить в отдел план наставничества ${office.run}.`;
  let draftAddress = '';

  test('2.3.1 the author fills in the draft, clauses are numbered by the system, the draft is kept', async () => {
    const { order, page } = await office.at('methodist');
    await order.start();
    await order.fill({
      title, visas: ['Дубровин', 'Осинцева'], acquaint: ['Травина'],
      clauses: [
        { type: 'Оценка', text: 'Считать работу по наставничеству удовлетворительной.' },
        { type: 'Поручение', text: taskText, executor: 'Полевой', due: await office.date(30), controller: 'Ключников' },
        { type: 'Контроль', text: 'Контроль за исполнением приказа возложить на заместителя начальника отдела.', controller: 'Ключников' },
      ],
    });
    await order.clause('2').getByRole('button', { name: 'Переместить выше' }).click();
    await expect(order.clauseText('1')).toHaveValue(taskText);
    await order.clause('1').getByRole('button', { name: 'Переместить ниже' }).click();
    await expect(order.clauseText('2')).toHaveValue(taskText);
    await order.expectSaved();
    draftAddress = page.url();
    await page.goto('/tasks');
    await page.goto(draftAddress);
    await expect(order.title).toHaveValue(title);
    await expect(order.clauseText('3')).toHaveValue(/заместителя начальника/);
    const reader = await office.at('accountant');
    await reader.page.getByRole('button', { name: 'Создать' }).click();
    await expect(reader.page.getByRole('menuitem', { name: /Заявление на отпуск/ })).toBeVisible();
    await expect(reader.page.getByRole('menuitem', { name: /Издание приказа/ })).toHaveCount(0);
    await reader.page.keyboard.press('Escape');
  });

  test('2.3.2 the check finds a term in the past and a repeated paragraph; approval stays closed until they are mended', async () => {
    const { order, task, page } = await office.at('methodist');
    await page.goto(draftAddress);
    const due = order.clause('2').getByRole('textbox', { name: 'Срок', exact: true });
    await due.fill(await office.date(-3));
    await expect(order.findings).toContainText(/срок.*прош/i);
    await expect(task.outcome('На согласование')).toBeDisabled();
    await due.fill(await office.date(30));
    await expect(task.outcome('На согласование')).toBeEnabled();
    await order.clauseText('1').fill(taskText);
    await expect(order.findings).toContainText(/повтор/i);
    await order.clauseText('1').fill('Считать работу по наставничеству удовлетворительной.');
    await expect(order.findings).toContainText('Ошибок не найдено');
    await task.complete('На согласование');
  });

  test('2.3.3 visas are given by two people, one of them late: the row says so and the head is told', async () => {
    const lawyer = await office.at('lawyer');
    await lawyer.worklist.openTask(title, 'Согласовать проект');
    await lawyer.task.complete('Согласовано', { dialog: true });
    await office.moveClock(4);
    const accountant = await office.at('accountant');
    const row = await accountant.worklist.expectTask(title, 'Согласовать проект');
    await expect(row).toContainText(/просрочено/);
    const head = await office.at('head');
    await head.page.goto('/tasks');
    await head.page.getByRole('button', { name: /^Уведомления/ }).click();
    await expect(head.page.getByText(title).first()).toBeVisible();
    await head.page.keyboard.press('Escape');
    await accountant.worklist.openTask(title, 'Согласовать проект');
    await accountant.task.complete('Согласовано', { remark: 'Средства предусмотрены.' });
  });

  test('2.3.4 the head signs with the password; a wrong one is refused at the field', async () => {
    const { worklist, task, page } = await office.at('head');
    await worklist.openTask(title, 'Подписать документ');
    await task.choose('Подписать', { password: 'не тот пароль' });
    await task.confirm('Подписать');
    await expect(task.dialog.getByRole('textbox', { name: 'Ваш пароль' })).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByRole('dialog')).toContainText(/парол/i);
    await task.dialog.getByRole('textbox', { name: 'Ваш пароль' }).fill(account('head').password);
    await task.confirm('Подписать');
    await task.expectDone();
  });

  test('2.3.5 a clerk registers: the number is the journal\'s next one and stands in the journal', async () => {
    const clerk = await office.at('clerk');
    await register(office, 'clerk', title);
    await clerk.journal.open('Приказы по основной деятельности');
    const row = clerk.page.getByRole('row').filter({ hasText: title });
    await expect(row).toContainText('Берёзкина');
    const number = (await row.getByRole('cell').first().innerText()).trim();
    expect(number).toMatch(/^\d+$/);
    await clerk.document.open(title);
    await expect(clerk.document.registration).toContainText(`№ ${number}`);
    await expect(clerk.document.sheet).toContainText(`№ ${number}`);
  });

  test('2.3.6 DOCX and PDF are made; the PDF has number, date, clauses and the mark of the signature', async () => {
    const { document } = await office.at('clerk');
    await document.open(title);
    await expect(document.file('PDF')).toBeVisible();
    await expect(document.file('DOCX')).toBeVisible();
    const number = await document.number();
    const text = await document.pdfText();
    for (const expected of ['ПРИКАЗ', number, 'г. Заречный', title, `2. ${taskText}`, 'О. П. Берёзкина', 'Подписано простой электронной подписью', 'Травина']) {
      expect(text).toContain(expected);
    }
    expect(text).not.toContain('И. о.');
  });

  test('2.3.7 the reader cannot confirm without the mark, then confirms; the sheet counts', async () => {
    const reader = await office.at('methodist3');
    await reader.worklist.openTask(title, 'Ознакомиться с документом');
    await expect(reader.document.sheet).toContainText(taskText);
    await reader.task.outcome('Ознакомлен').click();
    await expect(reader.page.getByRole('checkbox', { name: 'С документом ознакомлен(а)' })).toHaveAttribute('aria-invalid', 'true');
    await acquaint(office, 'methodist3', title);
    const clerk = await office.at('clerk');
    await clerk.case.open(title);
    await expect(clerk.case.list('Лист ознакомления')).toContainText('Травина');
    await expect(clerk.page.getByText('1/1', { exact: true })).toBeVisible();
  });
});

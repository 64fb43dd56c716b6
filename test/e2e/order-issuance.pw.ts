import { expect, test, type Locator } from '@playwright/test';
import { account } from './office/accounts.js';
import { attemptCompletion } from './office/attempt.js';
import { acquaint, register } from './office/journey.js';
import { useOffice } from './office/office.js';

const PLAN = 'План наставничества на год: четыре встречи, два открытых урока.';

/** Rows 1–10 of §2.3, one order from desk to desk, each row with something that is refused or late. */
test.describe.serial('2.3 order issuance', () => {
  const office = useOffice();
  const title = `О наставничестве ${office.run}`;
  const taskText = `Подготовить и направить в отдел план наставничества ${office.run}.`;
  const laterText = `Обновить страницу наставничества ${office.run} на сайте отдела.`;
  let draftAddress = '';
  let registeredIn = '';

  test('2.3.1 the author fills in the draft, clauses are numbered by the system, the draft is kept', async () => {
    const { order, page } = await office.at('methodist');
    await order.start();
    await order.fill({
      title, visas: ['Дубровин', 'Осинцева'], acquaint: ['Травина'],
      clauses: [
        { type: 'Оценка', text: 'Считать работу по наставничеству удовлетворительной.' },
        { type: 'Поручение', text: taskText, executor: 'Полевой', due: await office.date(18), controller: 'Ключников' },
        { type: 'Поручение', text: laterText, executor: 'Травина', due: await office.date(90), controller: 'Ключников' },
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
    await expect(order.clauseText('4')).toHaveValue(/заместителя начальника/);
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
    await due.fill(await office.date(18));
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
    registeredIn = (await office.date()).slice(-4);
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

  test('2.3.8 the executor asks for more time, is refused with a remark, and the term of the late clause is shown in words and colour', async () => {
    const executor = await office.at('methodist2');
    await executor.worklist.openTask(taskText, 'Исполнить поручение');
    await executor.task.action('Прошу продлить').click();
    const newDue = executor.task.dialog.getByRole('textbox', { name: 'Новый срок' });
    await newDue.fill(await office.date(-20));
    await executor.task.confirm('Прошу продлить');
    await expect(executor.task.dialog.getByRole('textbox', { name: 'Замечание' })).toHaveAttribute('aria-invalid', 'true');
    await executor.task.dialog.getByRole('textbox', { name: 'Замечание' }).fill('Две школы не прислали данные.');
    await executor.task.confirm('Прошу продлить');
    await expect(newDue).toHaveAttribute('aria-invalid', 'true');
    await expect(executor.task.dialog.getByText('Новый срок должен быть позже прежнего').first()).toBeVisible();
    await newDue.fill(await office.date(20));
    await executor.task.confirm('Прошу продлить');
    await executor.task.expectDone();

    const controller = await office.at('deputy');
    await controller.worklist.openTask(taskText, 'Решить о переносе срока');
    await expect(controller.task.banner).toHaveText('Две школы не прислали данные.');
    await expect(controller.page.getByRole('textbox', { name: 'Новый срок' })).toHaveValue(await office.date(20));
    await controller.task.complete('Отказать', { remark: 'Данные были к началу месяца.' });
    await executor.worklist.openTask(taskText, 'Исполнить поручение');
    await expect(executor.task.banner).toHaveText('Данные были к началу месяца.');

    await office.moveClock(12);
    const late = await executor.worklist.expectTask(taskText, 'Исполнить поручение');
    await expect(late).toContainText(/просрочено на \d+ р\. д\./);
    const head = await office.at('head');
    await head.case.open(title);
    const [lateRow, punctualRow] = [head.case.item('Контроль поручения', taskText), head.case.item('Контроль поручения', laterText)];
    await expect(lateRow).toContainText('Просрочено');
    await expect(punctualRow).toContainText('Ожидается');
    await expect(punctualRow).not.toContainText(/просрочено/i);
    const colour = (row: Locator) => row.getByText(/^(просрочено|осталось) /).evaluate((word) => getComputedStyle(word).color);
    expect(await colour(lateRow)).not.toBe(await colour(punctualRow));
  });

  test('2.3.8 the bell reminds the executor before the term and tells the head a day after it', async () => {
    const { bell } = await office.at('methodist2');
    await bell.open();
    await expect(bell.notices('Напоминание о сроке', 'Исполнить поручение', taskText).first()).toBeVisible();
    await bell.close();
    const head = await office.at('head');
    await head.bell.open();
    const escalated = head.bell.notices('Просрочено у сотрудника', 'Исполнить поручение', taskText).first();
    await expect(escalated).toBeVisible();
    await escalated.click();
    await head.task.expectShown('Исполнить поручение');
    await expect(head.task.outcome('Отчитаться об исполнении')).toHaveCount(0);
  });

  test('2.3.8 asked again, the controller allows a later date alone; the clause is late no more', async () => {
    const executor = await office.at('methodist2');
    await executor.worklist.openTask(taskText, 'Исполнить поручение');
    await executor.task.act('Прошу продлить', { remark: 'Данные пришли вчера.', fields: { 'Новый срок': await office.date(12) } });
    const controller = await office.at('deputy');
    await controller.worklist.openTask(taskText, 'Решить о переносе срока');
    const newDue = controller.page.getByRole('textbox', { name: 'Новый срок' });
    await expect(newDue).toHaveValue(await office.date(12));
    await newDue.fill(await office.date(-20));
    await controller.task.outcome('Разрешить').click();
    await expect(newDue).toHaveAttribute('aria-invalid', 'true');
    await expect(controller.page.getByText('Новый срок должен быть позже прежнего').first()).toBeVisible();
    await newDue.fill(await office.date(14));
    await controller.task.complete('Разрешить');
    const row = await executor.worklist.expectTask(taskText, 'Исполнить поручение');
    await expect(row).toContainText(/осталось \d+ р\. д\./);
    const head = await office.at('head');
    await head.case.open(title);
    await expect(head.case.item('Контроль поручения', taskText)).toContainText('Ожидается');
  });

  test('2.3.8 a report without its file is refused at the field; with the file it goes to the controller', async () => {
    const { worklist, task, page } = await office.at('methodist2');
    await worklist.openTask(taskText, 'Исполнить поручение');
    await page.getByRole('radio', { name: 'Исполнено', exact: true }).check();
    await page.getByRole('textbox', { name: 'Что сделано' }).fill('План подготовлен.');
    await task.outcome('Отчитаться об исполнении').click();
    await expect(page.getByRole('alert').filter({ hasText: 'Файлы результата' })).toBeVisible();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /Файлы результата.*Приложить файл/ }).click();
    await (await choosing).setFiles({ name: 'план.txt', mimeType: 'text/plain', buffer: Buffer.from(PLAN) });
    await expect(page.getByRole('link', { name: 'план.txt' })).toBeVisible();
    await task.complete('Отчитаться об исполнении');
    const controller = await office.at('deputy');
    await controller.worklist.openTask(taskText, 'Принять исполнение');
    await expect(controller.page.getByText('План подготовлен.')).toBeVisible();
    const file = await controller.page.getByRole('link', { name: 'план.txt' }).getAttribute('href');
    expect(await (await controller.page.request.get(file ?? '')).text()).toBe(PLAN);
  });

  test('2.3.9 «Снять с контроля» is the controller\'s alone: not offered to others, refused by the server', async () => {
    const controller = await office.at('deputy');
    await controller.worklist.openTask(taskText, 'Принять исполнение');
    await expect(controller.task.outcome('Снять с контроля')).toBeEnabled();
    const address = controller.page.url();
    for (const other of ['methodist2', 'head', 'clerk']) {
      const { page, task } = await office.at(other);
      await page.goto(address);
      await task.expectShown('Принять исполнение');
      await expect(page.getByRole('button', { name: 'Снять с контроля' })).toHaveCount(0);
      expect(await attemptCompletion(page, address, 'removed'), other).toBe(403);
    }
  });

  test('2.3.9 the controller returns the report with a remark; all clauses removed from control, the order is «Исполнен»', async () => {
    const controller = await office.at('deputy');
    await controller.worklist.openTask(taskText, 'Принять исполнение');
    await controller.task.complete('Вернуть исполнителю', { remark: 'Добавьте сроки.' });
    const executor = await office.at('methodist2');
    await executor.worklist.openTask(taskText, 'Исполнить поручение');
    await expect(executor.task.banner).toHaveText('Добавьте сроки.');
    await executor.page.getByRole('textbox', { name: 'Что сделано' }).fill('План со сроками подготовлен.');
    await executor.task.complete('Отчитаться об исполнении');
    await controller.worklist.openTask(taskText, 'Принять исполнение');
    await expect(controller.page.getByText('План со сроками подготовлен.')).toBeVisible();
    await controller.task.complete('Снять с контроля');

    const other = await office.at('methodist3');
    await other.worklist.openTask(laterText, 'Исполнить поручение');
    await other.page.getByRole('radio', { name: 'Не исполнено', exact: true }).check();
    await other.page.getByRole('textbox', { name: 'Что сделано' }).fill('Тексты подготовлены.');
    await other.task.outcome('Отчитаться об исполнении').click();
    await expect(other.page.getByRole('textbox', { name: 'Причина' })).toHaveAttribute('aria-invalid', 'true');
    await other.page.getByRole('textbox', { name: 'Причина' }).fill('Сайт переносят.');
    await other.task.complete('Отчитаться об исполнении');
    const clerk = await office.at('clerk');
    await clerk.case.open(title);
    await clerk.case.expectState('На контроле');
    await controller.worklist.openTask(laterText, 'Принять исполнение');
    await expect(controller.page.getByText('Сайт переносят.')).toBeVisible();
    await controller.task.complete('Снять с контроля');
    await clerk.case.open(title);
    await clerk.case.expectState('Исполнен');
  });

  test('2.3.10 the clerk files the executed order: a wrong index is refused at the field, then it is «В деле» with its term of storage', async () => {
    const { worklist, task, page, document, journal } = await office.at('clerk');
    await worklist.openTask(title, 'Подшить в дело', 'Можно взять');
    await task.claim();
    const index = page.getByRole('textbox', { name: 'Дело №' });
    await index.fill('папка без номера');
    await task.outcome('В дело').click();
    await expect(index).toHaveAttribute('aria-invalid', 'true');
    await index.fill('01-05');
    await task.complete('В дело');
    await document.open(title);
    await expect(page.getByText('В деле', { exact: true }).first()).toBeVisible();
    await expect(document.filing).toContainText('01-05');
    await expect(document.filing).toContainText('постоянно');
    await journal.open('Приказы по основной деятельности');
    await journal.ofYear(registeredIn);
    await expect(page.getByRole('row').filter({ hasText: title })).toContainText('01-05');
  });
});

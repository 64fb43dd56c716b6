import { expect, test } from '@playwright/test';
import { account } from './office/accounts.js';
import { attemptCompletion } from './office/attempt.js';
import { acquaint, issue } from './office/journey.js';
import { useOffice } from './office/office.js';

/** Who is to read the order: eleven who do, and one who is away. */
const READERS = ['methodist2', 'methodist3', 'specialist', 'lawyer', 'accountant', 'director', 'school1', 'school2', 'school3', 'school4', 'school5'];
const AWAY = 'school6';
const READING = 'Ознакомиться с документом';
const EXECUTION = 'Исполнить поручение';

test.describe.serial('scenario 14: acquaintance and control', () => {
  const office = useOffice();
  const title = `О месячнике наставничества ${office.run}`;
  const clause = `Подготовить отчёт о месячнике наставничества ${office.run} и направить его в отдел.`;

  test('14 an order names twelve readers and one task', async () => {
    await issue(office, 'methodist', {
      title, acquaint: [...READERS, AWAY].map((login) => account(login).name),
      clauses: [
        { type: 'Поручение', text: clause, executor: 'Полевой', due: await office.date(15), controller: 'Ключников' },
        { type: 'Контроль', text: 'Контроль за исполнением приказа возложить на заместителя начальника отдела.', controller: 'Ключников' },
      ],
    });
    const clerk = await office.at('clerk');
    await clerk.case.open(title);
    await expect(clerk.page.getByText('0/12', { exact: true })).toBeVisible();
  });

  test('14 eleven press «Ознакомлен»: the sheet says 11/12, the twelfth is awaited', async () => {
    test.setTimeout(600_000);
    for (const reader of READERS) {
      await acquaint(office, reader, title);
      await office.leave(reader);
    }
    const { case: cases, page } = await office.at('clerk');
    await cases.open(title);
    await expect(page.getByText('11/12', { exact: true })).toBeVisible();
    await expect(cases.list('Лист ознакомления').getByText('Ознакомлен', { exact: true })).toHaveCount(11);
    await expect(cases.item('Лист ознакомления', account(AWAY).name)).toContainText('Ожидается');
  });

  test('14 the absent one is reminded once every working day, the head is told when five more have passed', async () => {
    test.setTimeout(600_000);
    const absent = await office.at(AWAY);
    const head = await office.at('head');
    const executor = await office.at('methodist2');
    const reminders = absent.bell.notices('Напоминание о сроке', READING, title);
    const told = head.bell.notices('Просрочено у сотрудника', READING, title);
    for (let day = 1; day <= 3; day++) {
      await office.moveClock(1);
      await absent.bell.open();
      await expect(reminders).toHaveCount(day);
      await absent.bell.close();
    }
    await head.bell.open();
    await expect(told).toHaveCount(0);
    await head.bell.close();
    await expect(async () => {
      await office.moveClock(1);
      await expect(await executor.worklist.expectTask(clause, EXECUTION)).toContainText(/осталось 1 р\. д\.|завтра/, { timeout: 1000 });
    }).toPass({ timeout: 300_000, intervals: [0] });
    await head.bell.open();
    await expect(told.first()).toBeVisible();
    await head.bell.close();
    await absent.worklist.expectTask(title, READING);
  });

  test('14 one day before the term the executor asks for more time; the controller refuses with a remark', async () => {
    const executor = await office.at('methodist2');
    await executor.worklist.openTask(clause, EXECUTION);
    await executor.task.act('Прошу продлить', { remark: 'Две школы не сдали данные.', fields: { 'Новый срок': await office.date(20) } });
    const controller = await office.at('deputy');
    await controller.worklist.openTask(clause, 'Решить о переносе срока');
    await expect(controller.page.getByText(/«Прошу продлить» — Полевой/)).toBeVisible();
    await expect(controller.task.banner).toHaveText('Две школы не сдали данные.');
    await expect(controller.page.getByRole('textbox', { name: 'Новый срок' })).toHaveValue(await office.date(20));
    await controller.task.outcome('Отказать').click();
    await controller.task.confirm('Отказать');
    await expect(controller.task.dialog.getByRole('textbox', { name: 'Замечание' })).toHaveAttribute('aria-invalid', 'true');
    await controller.task.dialog.getByRole('textbox', { name: 'Замечание' }).fill('Данные были к началу месяца.');
    await controller.task.confirm('Отказать');
    await controller.task.expectDone();
    await executor.worklist.openTask(clause, EXECUTION);
    await expect(executor.page.getByText(/«Отказать» — Ключников/)).toBeVisible();
    await expect(executor.task.banner).toHaveText('Данные были к началу месяца.');
  });

  test('14 the clerk records the absence with two different witnesses; nobody else is offered it', async () => {
    const { bell, case: cases, task, order, page } = await office.at('clerk');
    await bell.open();
    await bell.notices('Просрочено у сотрудника', READING, title).first().click();
    await task.expectShown(READING);
    await expect(task.outcome('Ознакомлен')).toHaveCount(0);
    await cases.open(title);
    await cases.openItem('Лист ознакомления', account(AWAY).name);
    const address = page.url();
    await cases.action('Записать отказ или отсутствие').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Отсутствие на работе' }).check();
    await dialog.getByRole('textbox', { name: 'Обстоятельства' }).fill('В отпуске до конца месяца.');
    await order.pick(dialog.getByRole('combobox', { name: 'Первый свидетель' }), 'Мальцева Вера');
    const second = dialog.getByRole('combobox', { name: 'Второй свидетель' });
    await order.pick(second, 'Мальцева Вера');
    await dialog.getByRole('button', { name: 'Записать отказ или отсутствие' }).click();
    await expect(dialog.getByText('Нужны два разных свидетеля').first()).toBeVisible();
    await order.pick(second, 'Вьюгина Наталья');
    const absent = await office.at(AWAY);
    await absent.page.goto(address);
    await expect(absent.page.getByRole('tab', { name: 'Ход' })).toBeVisible();
    await expect(absent.case.action('Записать отказ или отсутствие')).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Записать отказ или отсутствие' }).click();
    await expect(dialog).toBeHidden();
    await cases.open(title);
    await expect(page.getByText('12/12', { exact: true })).toBeVisible();
    await expect(cases.item('Лист ознакомления', account(AWAY).name)).toContainText('Отказ или отсутствие');
    await absent.worklist.expectNoTask(title);
    await cases.openItem('Лист ознакомления', account(AWAY).name);
    await cases.openTab('История');
    await page.getByRole('button', { name: /Записать отказ или отсутствие.*что отправлено/ }).click();
    await expect(page.getByText('Вьюгина Наталья Викторовна').first()).toBeVisible();
    await expect(page.getByText('В отпуске до конца месяца.')).toBeVisible();
  });

  test('14 the term has passed: the row is overdue in words and red', async () => {
    await office.moveClock(3);
    const { case: cases } = await office.at('clerk');
    await cases.open(title);
    const late = cases.item('Контроль поручения', clause);
    await expect(late).toContainText('Просрочено');
    await expect(late).toContainText(/просрочено на \d+ р\. д\./);
    const [red, green, blue] = await late.getByRole('cell').first().evaluate((cell) => getComputedStyle(cell).backgroundColor.match(/\d+/gu)!.map(Number));
    expect(red! - Math.max(green!, blue!)).toBeGreaterThan(10);
    const punctual = await cases.item('Лист ознакомления', 'Травина').getByRole('cell').first().evaluate((cell) => getComputedStyle(cell).backgroundColor);
    expect(punctual).not.toBe(`rgb(${red}, ${green}, ${blue})`);
    const head = await office.at('head');
    await head.bell.open();
    await expect(head.bell.notices('Просрочено у сотрудника', EXECUTION, clause).first()).toBeVisible();
    await head.bell.close();
  });

  test('14 «Снять с контроля» is the controller\'s alone; then the order is executed and filed', async () => {
    const executor = await office.at('methodist2');
    await executor.worklist.openTask(clause, EXECUTION);
    await executor.page.getByRole('radio', { name: 'Исполнено частично' }).check();
    await executor.page.getByRole('textbox', { name: 'Что сделано' }).fill('Отчёт направлен.');
    await executor.page.getByRole('textbox', { name: 'Причина' }).fill('Без двух школ.');
    await executor.task.complete('Отчитаться об исполнении');
    const controller = await office.at('deputy');
    await controller.worklist.openTask(clause, 'Принять исполнение');
    await expect(controller.task.outcome('Снять с контроля')).toBeEnabled();
    const address = controller.page.url();
    for (const other of ['methodist2', 'head']) {
      const { page, task } = await office.at(other);
      await page.goto(address);
      await task.expectShown('Принять исполнение');
      await expect(page.getByRole('button', { name: 'Снять с контроля' })).toHaveCount(0);
      expect(await attemptCompletion(page, address, 'removed'), other).toBe(403);
      await page.goto('/tasks');
    }
    await controller.task.complete('Снять с контроля');
    const { worklist, task, page, document, case: cases } = await office.at('clerk');
    await cases.open(title);
    await cases.expectState('Исполнен');
    await worklist.openTask(title, 'Подшить в дело', 'Можно взять');
    await task.claim();
    await page.getByRole('textbox', { name: 'Дело №' }).fill('01-07');
    await task.complete('В дело');
    await document.open(title);
    await expect(page.getByText('В деле', { exact: true }).first()).toBeVisible();
    await expect(document.filing).toContainText('01-07');
  });
});

import { expect, test } from '@playwright/test';
import { acquaint, issue } from './office/journey.js';
import { useOffice } from './office/office.js';

/** Eleven who read and one who is away. */
const READERS = ['methodist2', 'methodist3', 'specialist', 'lawyer', 'accountant', 'director', 'school1', 'school2', 'school3', 'school4', 'school5'];
const SURNAMES = ['Полевой', 'Травина', 'Вьюгина', 'Дубровин', 'Осинцева', 'Зимина', 'Яснов', 'Рябинина', 'Боброва', 'Журавлёва', 'Зайцева', 'Снегирёва'];
const ABSENT = 'Снегирёва';

test.describe.serial('scenario 14: acquaintance and control', () => {
  const office = useOffice();
  const title = `О месячнике наставничества ${office.run}`;
  const clause = `Подготовить отчёт о месячнике наставничества ${office.run} и направить его в отдел.`;

  test('14 twelve people are to be acquainted; eleven confirm, the sheet says 11/12', async () => {
    test.setTimeout(400_000);
    await issue(office, 'methodist', {
      title, acquaint: SURNAMES,
      clauses: [{ type: 'Поручение', text: clause, executor: 'Полевой', due: await office.date(12) }, { type: 'Контроль', text: 'Контроль за исполнением приказа возложить на заместителя начальника отдела.', controller: 'Ключников' }],
    });
    for (const reader of READERS) {
      await acquaint(office, reader, title);
      await office.leave(reader);
    }
    const clerk = await office.at('clerk');
    await clerk.case.open(title);
    await expect(clerk.page.getByText('11/12', { exact: true })).toBeVisible();
    await expect(clerk.case.list('Лист ознакомления').getByRole('row').filter({ hasText: ABSENT })).toContainText('Ожидается');
  });

  test('14 the executor asks for more time before the term; the controller refuses with a remark', async () => {
    const executor = await office.at('methodist2');
    await executor.worklist.openTask(clause, 'Исполнить поручение');
    await expect(executor.task.outcome('Снять с контроля')).toHaveCount(0);
    await executor.task.complete('Прошу продлить', { remark: 'Две школы не сдали данные.' });
    const controller = await office.at('deputy');
    await controller.worklist.openTask(clause, 'Решить о переносе срока');
    await expect(controller.page.getByText('Две школы не сдали данные.').first()).toBeVisible();
    await controller.task.complete('Отказать', { remark: 'Данные были к началу месяца.' });
    await executor.worklist.openTask(clause, 'Исполнить поручение');
    await expect(executor.page.getByText('Данные были к началу месяца.').first()).toBeVisible();
  });

  test('14 days pass: the absent one is reminded daily, the clerk records the absence', async () => {
    await office.moveClock(6);
    const absent = await office.at('school6');
    await absent.page.getByRole('button', { name: /^Уведомления/ }).click();
    await expect(absent.page.getByText(title).nth(2)).toBeVisible();
    await absent.page.keyboard.press('Escape');
    const { worklist, task, case: cases, page } = await office.at('clerk');
    await worklist.openTask(title, 'Ознакомиться с документом', 'Можно взять');
    await task.complete('Отказ или отсутствие', { remark: 'В отпуске; свидетели: Мальцева В. И., Вьюгина Н. В.' });
    await cases.open(title);
    await expect(page.getByText('12/12', { exact: true })).toBeVisible();
    await expect(cases.list('Лист ознакомления').getByRole('row').filter({ hasText: ABSENT })).toContainText('Отказ или отсутствие');
  });

  test('14 the term has passed: the row is overdue in words and colour, asked again the controller allows', async () => {
    await office.moveClock(6);
    const clerk = await office.at('clerk');
    await clerk.case.open(title);
    const row = clerk.case.list('Контроль поручения').getByRole('row').filter({ hasText: clause });
    await expect(row).toContainText('Просрочено');
    await expect(row.getByText('Просрочено').locator('..').getByRole('img', { includeHidden: true }).or(row.locator('svg'))).not.toHaveCount(0);
    const executor = await office.at('methodist2');
    await executor.worklist.openTask(clause, 'Исполнить поручение');
    await executor.task.complete('Прошу продлить', { remark: 'Осталась одна школа.' });
    const controller = await office.at('deputy');
    await controller.worklist.openTask(clause, 'Решить о переносе срока');
    await controller.page.getByRole('textbox', { name: 'Новый срок' }).fill(await office.date(14));
    await controller.task.complete('Разрешить');
    const again = await executor.worklist.expectTask(clause, 'Исполнить поручение');
    await expect(again).not.toContainText('просрочено');
  });

  test('14 «Снять с контроля» is the controller\'s alone; then the order is executed and filed', async () => {
    const executor = await office.at('methodist2');
    await executor.worklist.openTask(clause, 'Исполнить поручение');
    await executor.page.getByRole('radio', { name: 'Исполнено частично' }).check();
    await executor.page.getByRole('textbox', { name: 'Что сделано' }).fill('Отчёт направлен.');
    await executor.page.getByRole('textbox', { name: 'Причина' }).fill('Без одной школы.');
    await executor.task.complete('Отчитаться об исполнении');
    const controller = await office.at('deputy');
    await controller.worklist.openTask(clause, 'Принять исполнение');
    const address = controller.page.url();
    await expect(controller.task.outcome('Снять с контроля')).toBeVisible();
    for (const other of ['methodist2', 'head']) {
      const { page } = await office.at(other);
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Снять с контроля' })).toHaveCount(0);
      await page.goto('/tasks');
    }
    await controller.task.complete('Снять с контроля');
    const { worklist, task, page, document } = await office.at('clerk');
    await worklist.openTask(title, 'Подшить в дело', 'Можно взять');
    await task.claim();
    await page.getByRole('textbox', { name: 'Дело №' }).fill('01-07');
    await task.complete('В дело');
    await document.open(title);
    await expect(page.getByText('В деле', { exact: true }).first()).toBeVisible();
  });
});

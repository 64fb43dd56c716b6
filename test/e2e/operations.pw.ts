import { expect, test, type Page } from '@playwright/test';
import { useOffice } from './office/office.js';
import { csrf } from './office/session.js';

/** An administrator stops a case, puts one right with the picture before it, and ends several at once. */
test.describe.serial('operations on live cases', () => {
  const office = useOffice();
  const cases: string[] = [];

  async function begin(): Promise<string> {
    const { page } = await office.at('methodist');
    const answer = await page.request.post('/api/v1/process-instances', { data: { definition: 'leave-request' }, headers: await csrf(page) });
    expect(answer.status()).toBe(201);
    return ((await answer.json()) as { instance: string }).instance;
  }
  async function manage(instance: string): Promise<Page> {
    const { page } = await office.at('admin');
    await page.goto(`/process-instances/${instance}`);
    await page.getByRole('tab', { name: 'Управление делом' }).click();
    await expect(page.getByRole('heading', { name: 'Где стоит дело' })).toBeVisible();
    return page;
  }
  async function giveReason(page: Page, verb: string): Promise<void> {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^Основание/ }).fill(`Проверка ${office.run}`);
    await dialog.getByRole('button', { name: verb, exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  test('a suspended case says so on itself and on its task, takes no work, and goes on when it is resumed', async () => {
    cases.push(await begin(), await begin(), await begin());
    const [instance = ''] = cases;
    const { page: desk } = await office.at('methodist');
    const [task] = ((await (await desk.request.get(`/api/v1/process-instances/${instance}`)).json()) as { tasks: { id: string }[] }).tasks;
    const page = await manage(instance);
    await page.getByRole('button', { name: 'Приостановить' }).click();
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Приостановить' })).toBeDisabled();
    await giveReason(page, 'Приостановить');
    await expect(page.getByRole('alert').filter({ hasText: `Проверка ${office.run}` })).toContainText('Сроки стоят');

    const refused = await desk.request.post(`/api/v1/tasks/${task?.id ?? ''}/complete`, { data: { outcome: 'submit', data: {} }, headers: await csrf(desk) });
    expect(refused.status()).toBe(409);
    expect(await refused.text()).toContain('Дело приостановлено');
    await desk.goto(`/tasks/${(task?.id ?? '').replaceAll('.', '~')}`);
    await expect(desk.getByRole('main').getByRole('alert').filter({ hasText: 'Дело приостановлено' })).toBeVisible();

    await page.getByRole('button', { name: 'Возобновить' }).click();
    await giveReason(page, 'Возобновить');
    await expect(page.getByRole('button', { name: 'Приостановить' })).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: `Проверка ${office.run}` })).toHaveCount(0);
    await desk.reload();
    await expect(desk.getByRole('radiogroup', { name: 'Вид отпуска' })).toBeVisible();
    await expect(desk.getByText('Дело приостановлено: сроки стоят')).toHaveCount(0);
  });

  test('a place is moved with the picture before it, and the move is taken back', async () => {
    const page = await manage(cases[0] ?? '');
    await page.getByRole('button', { name: 'Перенести: Заполнить заявление' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Шаг' }).click();
    await page.getByRole('option', { name: 'Исправить заявление' }).click();
    await dialog.getByRole('button', { name: 'Перенести' }).click();
    await page.getByRole('button', { name: 'Показать, что получится' }).click();
    await expect(dialog).toContainText('Снимается задача «Заполнить заявление»');
    await expect(dialog).toContainText('Ставится задача «Исправить заявление»');
    await expect(dialog.getByRole('region', { name: 'После изменения' })).toBeVisible();
    await giveReason(page, 'Изменить дело');
    await expect(page.getByRole('button', { name: 'Снять: Исправить заявление' })).toBeVisible();
    await page.getByRole('button', { name: 'Отменить последнюю операцию' }).click();
    await giveReason(page, 'Отменить последнюю операцию');
    await expect(page.getByRole('button', { name: 'Снять: Заполнить заявление' })).toBeVisible();
  });

  test('what a filter finds is ended at once: the number is seen first, then how it goes, case by case; on a phone too', async () => {
    const { page } = await office.at('admin');
    await page.goto('/process-instances');
    await page.getByRole('combobox', { name: 'Процесс' }).click();
    await page.getByRole('option', { name: 'Заявление на отпуск' }).click();
    await page.getByRole('button', { name: 'Операция над отбором' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Что сделать' }).click();
    await page.getByRole('option', { name: 'Прекратить' }).click();
    await expect(dialog.getByRole('status')).toHaveText(/Дел по отбору: \d+/);
    await giveReason(page, 'Начать');
    await expect(page.getByRole('heading', { level: 1, name: 'Прекратить' })).toBeVisible();
    await expect(page.getByText('Завершена', { exact: true })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(/Сделано (\d+) из \1, отказано 0/);
    const view = (await (await page.request.get(`/api/v1/process-instances/${cases[1] ?? ''}`)).json()) as { status: string };
    expect(view.status).toBe('cancelled');
    await page.setViewportSize({ width: 375, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    await page.goto(`/process-instances/${cases[2] ?? ''}`);
    await page.getByRole('tab', { name: 'Управление делом' }).click();
    await expect(page.getByText(/Прекращено .*\./)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});

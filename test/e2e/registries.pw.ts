import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { useOffice } from './office/office.js';

const list = (page: Page) => page.getByRole('main').getByRole('table');
const rows = (page: Page) => list(page).locator('tbody tr');

test.describe.serial('registries in the panel', () => {
  const office = useOffice();

  test('whoever reads one finds a record by what its list shows, and reads it in the words of its form', async () => {
    const { page } = await office.at('methodist');
    await page.getByRole('navigation').getByRole('link', { name: 'Реестры' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Реестры' })).toBeVisible();
    await page.getByRole('link', { name: 'Образовательные дефициты' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Образовательные дефициты' })).toBeVisible();
    await expect(list(page).getByRole('columnheader')).toContainText(['Код']);
    const whole = await rows(page).count();
    expect(whole).toBeGreaterThan(3);

    await page.getByRole('textbox', { name: 'Что есть в записи' }).fill('замысла');
    await expect(rows(page)).toHaveCount(1);
    await rows(page).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('замысла');
    await expect(page.getByRole('region', { name: 'Что в записи' })).toContainText('Код');
    await expect(page.getByRole('region', { name: 'Откуда запись' })).toContainText('Начальные данные');
    await page.goBack();
    await expect(rows(page)).toHaveCount(1);
    await page.getByRole('textbox', { name: 'Что есть в записи' }).fill('');
    await expect(rows(page)).toHaveCount(whole);
  });

  test('a column with a filter narrows the list, and the file says what the list shows', async () => {
    const { page } = await office.at('methodist');
    const whole = await rows(page).count();
    await page.getByRole('combobox', { name: 'Область' }).click();
    await page.getByRole('option').nth(1).click();
    await expect.poll(() => rows(page).count()).toBeLessThan(whole);
    const shown = await rows(page).count();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Выгрузить CSV' }).click()]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.startsWith('\ufeffКод;')).toBe(true);
    expect(text.trim().split('\r\n')).toHaveLength(shown + 1);
    await list(page).getByRole('button', { name: 'Код' }).click();
    await expect(page).toHaveURL(/sort=code/u);
  });

  test('whoever reads none is not shown that there are any', async () => {
    const { page } = await office.at('accountant');
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Журналы' }).or(page.getByRole('navigation').getByRole('link', { name: 'Документы' })).first()).toBeVisible();
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Реестры' })).toHaveCount(0);
    await page.goto('/registries');
    await expect(page.getByText('Реестров нет')).toBeVisible();
  });
});

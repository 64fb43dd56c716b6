import { expect, test } from '@playwright/test';
import { account } from './office/accounts.js';
import { dateText } from './office/business-date.js';
import { businessTime } from './office/clock.js';
import { useOffice } from './office/office.js';
import { Keyboard } from './pages/keyboard.js';
import { LeaveForm } from './pages/leave-form.js';
import { TaskPage } from './pages/task-page.js';

const SUBJECT = 'Отпуск без сохранения заработной платы';

test.describe('by keyboard alone', () => {
  const office = useOffice();

  test('a person signs in, fills in a form and completes two tasks, one of them through its dialog', async ({ page }) => {
    const keys = new Keyboard(page);
    const form = new LeaveForm(page);
    const task = new TaskPage(page);
    const heading = page.getByRole('heading', { level: 1 });

    await page.goto('/login');
    const login = page.getByRole('textbox', { name: 'Имя для входа' });
    if (!(await login.evaluate((element) => element === document.activeElement))) await keys.tabTo(login);
    await keys.type('lawyer');
    await keys.tabTo(page.getByRole('textbox', { name: 'Пароль', exact: true }));
    await keys.type(account('lawyer').password);
    await keys.press('Enter');
    await expect(heading).toHaveText('Мои задачи');
    await expect(heading).toBeFocused();

    await keys.backTo(page.getByRole('button', { name: 'Создать' }));
    await keys.press('Enter');
    const item = page.getByRole('menuitem', { name: /Заявление на отпуск/ });
    await expect(item).toBeVisible();
    for (let row = 0; row < 10 && !(await item.evaluate((element) => element === document.activeElement)); row++) await keys.press('ArrowDown');
    await expect(item).toBeFocused();
    await keys.press('Enter');
    await keys.tabTo(page.getByRole('button', { name: 'Начать' }));
    await keys.press('Enter');
    await task.expectShown('Заполнить заявление');
    await keys.backTo(page.getByRole('navigation').getByRole('link', { name: /^Мои задачи/ }));
    await keys.press('Enter');
    await expect(heading).toHaveText('Мои задачи');
    await keys.rowTo('Заполнить заявление');
    await keys.press('Enter');
    await task.expectShown('Заполнить заявление');
    await expect(heading).toBeFocused();

    const today = await businessTime(page);
    const stops = [...await keys.tabTo(form.kind('Ежегодный'))];
    await keys.press('ArrowDown');
    await expect(form.kind('Без сохранения')).toBeChecked();
    const begins = page.getByRole('textbox', { name: 'Первый день' });
    const fields = [...await keys.tabTo(begins)];
    await keys.type(dateText(today, 20));
    fields.push(...await keys.tabTo(page.getByRole('textbox', { name: 'Последний день' })));
    await keys.type(dateText(today, 22));
    fields.push(...await keys.tabTo(form.reason));
    await keys.type(`Семейные обстоятельства ${office.run}`);
    const substitute = page.getByRole('combobox', { name: 'Кто замещает на время отпуска' });
    fields.push(...await keys.tabTo(substitute));
    await keys.type('Осинцева');
    await expect(page.getByRole('option', { name: /Осинцева/ })).toBeVisible();
    await keys.press('ArrowDown', 'Enter');
    await expect(substitute).toHaveValue(/Осинцева/);
    await expect(substitute).toBeFocused();
    expect(stops.length).toBeGreaterThan(0);
    for (const [at, stop] of fields.entries()) expect(stop.top, `${stop.name} stands after ${fields[at - 1]?.name ?? ''}`).toBeGreaterThanOrEqual((fields[at - 1]?.top ?? 0) - 24);

    await keys.tabTo(task.outcome('Подготовить заявление'));
    await keys.press('Enter');
    await task.expectDone();
    await expect(heading).toBeFocused();
    await keys.rowTo('Подписать заявление');
    await keys.press('Enter');
    await task.expectShown('Подписать заявление');
    const send = task.outcome('Подписать и отправить');
    await keys.tabTo(send);
    await keys.press('Enter');
    await expect(task.dialog).toBeVisible();
    for (let pressed = 0; pressed < 8; pressed++) {
      await keys.press('Tab');
      expect(await task.dialog.evaluate((dialog) => dialog.contains(document.activeElement)), 'the focus stays in the dialog').toBe(true);
    }
    await keys.press('Escape');
    await expect(task.dialog).toBeHidden();
    await expect(send).toBeFocused();
    await keys.press('Enter');
    const password = task.dialog.getByRole('textbox', { name: 'Ваш пароль' });
    if (!(await password.evaluate((element) => element === document.activeElement))) await keys.tabTo(password);
    await keys.type(account('lawyer').password);
    await keys.press('Enter');
    await task.expectDone();
    await expect(heading).toBeFocused();
    await expect(page.getByRole('main').getByRole('row').filter({ hasText: SUBJECT }).filter({ hasText: 'Подписать заявление' })).toHaveCount(0);
  });
});

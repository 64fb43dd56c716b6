import { expect, test } from '@playwright/test';
import { useOffice } from './office/office.js';
import { PairForm } from './pages/pair-form.js';
import { RegistryPage } from './pages/registry-page.js';

/** Scenario 4 (domain §6). A demo base that was filled at its first start holds the season of 24 pairs; into a fresh one the administrator loads it in the panel. */
test.describe.serial('scenario 4: pairs that never started', { tag: '@both-bases' }, () => {
  const office = useOffice();
  /** `idle`: a pair without a meeting, with the people of it who sign in. */
  const season = { order: '', total: 24, met: 7, share: '29,2', idle: 'Школьный проект «Наш микрорайон»' };
  const waiting = (): number => season.total - season.met;

  const records = async (query: string): Promise<readonly { readonly cells: Readonly<Record<string, string>> }[]> => {
    const { page } = await office.at('methodist');
    const { items } = (await (await page.request.get(`/api/v1/registries/pairs/records?${query}`)).json()) as { items: { cells: Record<string, string> }[] };
    return items;
  };

  test('4 a season has its pairs, approved by one order', async () => {
    // Two dozen cases are played on the fresh base, some three hundred tasks.
    test.setTimeout(600_000);
    const { page } = await office.at('admin');
    await page.getByRole('button', { name: /^Рабочая дата/ }).click();
    const samples = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'сезон методической мастерской' });
    await expect(samples).toBeVisible();
    if ((await records(`q=${encodeURIComponent(season.idle)}`)).length === 0) {
      await samples.getByRole('button', { name: /^Загрузить/ }).click();
      await expect(samples.getByRole('progressbar')).toBeVisible();
    }
    await expect(samples).toContainText('Загружены: 50', { timeout: 480_000 });
    await page.keyboard.press('Escape');
    const [idle] = await records(`q=${encodeURIComponent(season.idle)}`);
    season.order = idle?.cells['orderNumber'] ?? '';
    expect(season.order).not.toBe('');
  });

  test('4 the dashboard counts by itself, and a figure shows its records', async () => {
    const registry = new RegistryPage((await office.at('methodist')).page);
    await registry.open('Пары');
    await registry.narrow('Приказ', season.order);
    const started = registry.figure(`Начато ${season.met} из ${season.total} (${season.share} %)`);
    await started.click();
    await expect(registry.rows).toHaveCount(season.met);
    await expect(started).toHaveAttribute('aria-pressed', 'true');
    await registry.page.getByRole('button', { name: 'Показать все' }).click();
    await expect(registry.rows).toHaveCount(season.total);
  });

  test('4 after 20 working days those without a meeting are «Не начата», and mentor, trainee and lead are told', async () => {
    const admin = await office.at('admin');
    await admin.page.getByRole('button', { name: /^Рабочая дата/ }).click();
    await admin.task.dialog.getByRole('button', { name: '+20' }).click();
    await admin.task.confirm('Сдвинуть');
    await expect(admin.task.dialog).toBeHidden();
    const { page } = await office.at('methodist');
    const registry = new RegistryPage(page);
    // A term of twenty working days is over at the end of the twentieth.
    await office.moveClock(1);
    await registry.expectFigure(`Не начата ${waiting()}`);
    await registry.figure(`Не начата ${waiting()}`).click();
    await expect(registry.rows).toHaveCount(waiting());
    await expect(registry.rows.filter({ hasText: season.idle })).toHaveCount(1);
    for (const login of ['trainee3', 'mentor3']) {
      const { bell } = await office.at(login);
      await bell.open();
      await expect(bell.list.getByRole('link', { name: /^Пара не начата: 20 рабочих дней без встречи/ })).toHaveCount(1);
      await bell.close();
    }
    const { bell } = await office.at('methodist');
    await bell.open();
    const told = bell.list.getByRole('link', { name: /^Пара не начата: 20 рабочих дней без встречи/ });
    const earlier = bell.list.getByRole('button', { name: 'Показать более ранние' });
    // What else the lead is told of these days stands between them.
    for (let pages = 0; pages < 5 && (await told.count()) < waiting() && (await earlier.isVisible()); pages += 1) {
      const before = await bell.list.getByRole('listitem').count();
      await earlier.click();
      await expect.poll(() => bell.list.getByRole('listitem').count()).toBeGreaterThan(before);
    }
    await expect(told).toHaveCount(waiting());
    await bell.close();
  });

  test('4 after 30 the head decides on each, and closes none without a reason', async () => {
    await office.moveClock(10);
    const { page, worklist, task } = await office.at('head');
    const decisions = page.getByRole('main').getByRole('table').locator('tbody tr').filter({ hasText: 'Решение по паре' });
    await worklist.open('Можно взять');
    // The list remembers what was looked for last.
    await worklist.search('');
    await page.getByRole('combobox', { name: 'Процесс' }).click();
    await page.getByRole('option', { name: 'Жизненный цикл пары' }).click();
    await expect(decisions).toHaveCount(waiting());
    await worklist.openTask(season.idle, 'Решение по паре', 'Можно взять');
    await task.claim();
    await page.getByRole('radio', { name: 'Закрыть' }).check();
    await task.outcome('Принять решение').click();
    await expect(page.getByRole('tabpanel')).toContainText('Заполните поле');
    const reason = new PairForm(page).box('Причина решения');
    await expect(reason).toBeFocused();
    await reason.fill('Практикант перегружен новыми проектами');
    await expect(page.getByRole('tabpanel')).not.toContainText('Заполните поле');
    await task.complete('Принять решение');

    const registry = new RegistryPage((await office.at('methodist')).page);
    await registry.open('Пары');
    await registry.expectFigure('Закрыта без начала 1');
    await expect(registry.figure(`Начато ${season.met} из ${season.total} (${season.share} %)`)).toBeVisible();
  });
});

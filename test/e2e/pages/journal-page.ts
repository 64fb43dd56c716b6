import { expect, type Page } from '@playwright/test';

export class JournalPage {
  constructor(readonly page: Page) {}

  async open(title: string, organisation = 'Отдел образования'): Promise<void> {
    await this.page.goto('/journals');
    await this.page.getByRole('row').filter({ hasText: organisation }).getByRole('link', { name: title }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }

  /** A journal opens at the current year; what was registered before the turn of the year stands in the one before. */
  async ofYear(year: string): Promise<void> {
    const box = this.page.getByRole('combobox', { name: 'Год' });
    if ((await box.innerText()).trim() === year) return;
    await box.click();
    await this.page.getByRole('option', { name: year }).click();
  }

  /** Numbers as the journal lists them. */
  async numbers(): Promise<readonly string[]> {
    const rows = this.page.getByRole('main').getByRole('table').locator('tbody tr');
    await expect(rows.first()).toBeVisible();
    return Promise.all((await rows.all()).map(async (row) => (await row.getByRole('cell').first().innerText()).trim()));
  }
}

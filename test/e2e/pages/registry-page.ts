import { expect, type Locator, type Page } from '@playwright/test';

/** A registry: what it counts, and the records below. */
export class RegistryPage {
  constructor(readonly page: Page) {}

  /** A tile or a bar, by what it reads: «Начато 7 из 24 (29,2 %)». */
  figure(text: string): Locator {
    return this.page.getByRole('region', { name: 'Показатели' }).getByRole('button', { name: text, exact: true });
  }

  get rows(): Locator {
    return this.page.getByRole('main').getByRole('table').locator('tbody tr');
  }

  async open(title: string): Promise<void> {
    await this.page.goto('/registries');
    await this.page.getByRole('link', { name: title, exact: true }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }

  /** Narrows list and figures by one of the boxes above the list. */
  async narrow(box: string, value: string): Promise<void> {
    await this.page.getByRole('combobox', { name: box, exact: true }).click();
    await this.page.getByRole('option', { name: value, exact: true }).click();
    await expect(this.page.getByRole('listbox')).toHaveCount(0);
  }

  /** What is counted follows the cases, which take their time after a move of the clock: one looks again, as anybody would. */
  async expectFigure(text: string): Promise<void> {
    await expect(async () => {
      await this.page.reload();
      await expect(this.figure(text)).toBeVisible({ timeout: 5000 });
    }).toPass();
  }
}

import { expect, type Locator, type Page } from '@playwright/test';
import type { TaskPage } from './task-page.js';

export type Scope = 'Мои' | 'Можно взять' | 'Все отдела' | 'Выполненные';

export class WorklistPage {
  constructor(readonly page: Page, readonly task: TaskPage) {}

  async open(scope: Scope = 'Мои'): Promise<void> {
    await this.page.goto('/tasks');
    const tab = this.page.getByRole('tab', { name: new RegExp(`^${scope}`) });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Название или номер' }).fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** The row of a task: a table row on a wide screen, a card on a phone. */
  row(subject: string, task: string): Locator {
    const link = this.page.getByRole('link', { name: subject });
    return this.page.getByRole('row').or(this.page.getByRole('main').getByRole('listitem')).filter({ has: link }).filter({ hasText: task }).first();
  }

  /** Goes to a task by search, as a person would. A list that is renewed under the click takes none: then one clicks again, as anybody would. */
  async openTask(subject: string, task: string, scope: Scope = 'Мои'): Promise<void> {
    await this.open(scope);
    await this.search(subject);
    const link = this.row(subject, task).getByRole('link', { name: subject });
    await expect(link).toBeVisible();
    await expect(async () => {
      await link.click({ timeout: 10_000 });
      await this.page.waitForURL(/\/tasks\/./u, { timeout: 5_000 });
    }).toPass();
    await this.task.expectShown(task);
  }

  async expectTask(subject: string, task: string, scope: Scope = 'Мои'): Promise<Locator> {
    await this.open(scope);
    await this.search(subject);
    const row = this.row(subject, task);
    await expect(row).toBeVisible();
    return row;
  }

  async expectNoTask(subject: string, scope: Scope = 'Мои'): Promise<void> {
    await this.open(scope);
    await this.search(subject);
    await expect(this.page.getByText('Ничего не найдено')).toBeVisible();
  }
}

import { expect, type Locator, type Page } from '@playwright/test';

/** The bell in the header and the list of notices behind it. */
export class Bell {
  constructor(readonly page: Page) {}

  get list(): Locator {
    return this.page.getByRole('dialog', { name: 'Уведомления' });
  }

  /** A notice of a kind about a step and a case: «Напоминание о сроке: «Исполнить поручение» — …». */
  notices(kind: string, task: string, subject: string): Locator {
    return this.list.getByRole('link', { name: `${kind}: «${task}»` }).filter({ hasText: subject });
  }

  async open(): Promise<void> {
    await this.page.goto('/tasks');
    await this.page.getByRole('button', { name: /^Уведомления/ }).click();
    await expect(this.list).toBeVisible();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.list).toBeHidden();
  }
}

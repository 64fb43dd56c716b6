import { expect, type Locator, type Page } from '@playwright/test';

/** The page of a case: where it stands, its lists, its actions. */
export class CasePage {
  constructor(readonly page: Page) {}

  async open(subject: string): Promise<void> {
    await this.page.goto('/process-instances');
    await this.page.getByRole('textbox', { name: 'Название или номер' }).fill(subject);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('main').getByRole('link', { name: subject }).first().click();
    await expect(this.page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  }

  /** The list that the case runs at once, with its counter: «Лист ознакомления», «Контроль поручения». */
  list(title: string): Locator {
    return this.page.getByRole('table', { name: new RegExp(`^${title}:`) });
  }

  /** One line of such a list. */
  item(list: string, subject: string): Locator {
    return this.list(list).getByRole('row').filter({ hasText: subject });
  }

  /** Opens one line of a list: the part of the case that runs for it. */
  async openItem(list: string, subject: string): Promise<void> {
    await this.item(list, subject).getByRole('link').click();
    await expect(this.page.getByRole('main').getByRole('link', { name: 'Дела', exact: true })).toBeVisible();
  }

  async expectState(state: string): Promise<void> {
    await expect(this.page.getByRole('main').getByText(state, { exact: true }).first()).toBeVisible();
  }

  action(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true });
  }

  async act(name: string, remark?: string): Promise<void> {
    await this.action(name).click();
    const dialog = this.page.getByRole('dialog');
    if (remark !== undefined) await dialog.getByRole('textbox', { name: 'Замечание' }).fill(remark);
    await dialog.getByRole('button', { name, exact: true }).click();
  }

  async openTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
  }
}

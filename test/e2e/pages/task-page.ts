import { expect, type Locator, type Page } from '@playwright/test';

export class TaskPage {
  constructor(readonly page: Page) {}

  async expectShown(task: string): Promise<void> {
    await expect(this.page.getByRole('tab', { name: 'Задача', exact: true })).toBeVisible();
    await expect(this.page.getByRole('main').getByText(task, { exact: true }).first()).toBeVisible();
  }

  outcome(name: string): Locator {
    return this.page.getByRole('group', { name: 'Решение по задаче' }).getByRole('button', { name, exact: true });
  }

  /** What the process allows on the task beside its outcomes. */
  action(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** The words with which the work came to this desk. */
  get banner(): Locator {
    return this.page.getByRole('main').getByRole('blockquote');
  }

  message(text: string | RegExp): Locator {
    return this.page.getByRole('status').or(this.page.getByRole('alert')).filter({ hasText: text }).first();
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name, exact: true });
  }

  async claim(): Promise<void> {
    await this.page.getByRole('button', { name: 'Взять задачу' }).click();
    await expect(this.page.getByRole('button', { name: 'Вернуть в общие' })).toBeVisible();
  }

  /** Presses an outcome and answers what its dialog asks; reasons are given to every warning. */
  async choose(name: string, { remark, password, reason }: { readonly remark?: string; readonly password?: string; readonly reason?: string } = {}): Promise<void> {
    await this.outcome(name).click();
    if (remark !== undefined) await this.dialog.getByRole('textbox', { name: /^Замечание/ }).fill(remark);
    if (password !== undefined) await this.dialog.getByRole('textbox', { name: 'Ваш пароль' }).fill(password);
    if (reason !== undefined) for (const box of await this.dialog.getByRole('textbox', { name: 'Почему это допустимо' }).all()) await box.fill(reason);
  }

  async confirm(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click();
  }

  /** After a completion the worklist comes back. */
  async expectDone(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Мои задачи' })).toBeVisible();
  }

  async complete(name: string, answers: { readonly remark?: string; readonly password?: string; readonly reason?: string; readonly dialog?: boolean } = {}): Promise<void> {
    await this.choose(name, answers);
    if (answers.dialog ?? Object.keys(answers).length > 0) await this.confirm(name);
    await this.expectDone();
  }

  /** Takes an action that ends the task, with its form and remark. */
  async act(name: string, { remark, fields = {} }: { readonly remark: string; readonly fields?: Readonly<Record<string, string>> }): Promise<void> {
    await this.action(name).click();
    for (const [label, value] of Object.entries(fields)) await this.dialog.getByRole('textbox', { name: label }).fill(value);
    await this.dialog.getByRole('textbox', { name: /^Замечание/ }).fill(remark);
    await this.confirm(name);
    await this.expectDone();
  }
}

import { expect, type Locator, type Page } from '@playwright/test';

/** The application for leave, by its labels. */
export class LeaveForm {
  constructor(readonly page: Page) {}

  async start(): Promise<void> {
    await this.page.getByRole('button', { name: 'Создать' }).click();
    await this.page.getByRole('menuitem', { name: /^Заявление на отпуск/ }).click();
    await this.page.getByRole('button', { name: 'Начать' }).click();
    await expect(this.page.getByText('Заполнить заявление', { exact: true }).first()).toBeVisible();
    await expect(this.kind('Ежегодный')).toBeVisible();
  }

  kind(name: string | RegExp): Locator { return this.page.getByRole('radiogroup', { name: 'Вид отпуска' }).getByRole('radio', { name }); }
  get begins(): Locator { return this.page.getByRole('textbox', { name: 'Первый день', exact: true }); }
  get ends(): Locator { return this.page.getByRole('textbox', { name: 'Последний день', exact: true }); }
  get reason(): Locator { return this.page.getByRole('textbox', { name: 'Причина', exact: true }); }
  get substitute(): Locator { return this.page.getByRole('combobox', { name: /^Кто замещает/ }); }

  async chooseSubstitute(surname: string): Promise<void> {
    await this.substitute.fill(surname);
    await this.page.getByRole('option', { name: surname }).first().click();
  }

  /** Gives a file by the browser's own chooser. */
  async attach(file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }): Promise<void> {
    const choosing = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: /Приложить файл/ }).click();
    await (await choosing).setFiles(file);
  }
}

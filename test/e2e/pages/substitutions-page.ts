import { expect, type Page } from '@playwright/test';

interface Substitution { readonly absent: string; readonly substitute: string; readonly from: string; readonly to: string; readonly basis: string }

/** «Замещения». Dates as the browser's own date box takes them: 2026-11-25. */
export class SubstitutionsPage {
  constructor(readonly page: Page) {}

  async add({ absent, substitute, from, to, basis }: Substitution): Promise<void> {
    await this.page.goto('/substitutions');
    await this.page.getByRole('button', { name: 'Новое замещение' }).click();
    const dialog = this.page.getByRole('dialog');
    for (const [label, surname] of [['Кого замещают', absent], ['Кто замещает', substitute]] as const) {
      await dialog.getByRole('combobox', { name: label }).fill(surname);
      await this.page.getByRole('option', { name: surname }).first().click();
    }
    await dialog.getByLabel(/^С(?![а-я])/u).fill(from);
    await dialog.getByLabel(/^По(?![а-я])/u).fill(to);
    await dialog.getByRole('textbox', { name: 'Основание' }).fill(basis);
    await dialog.getByRole('button', { name: 'Сохранить' }).click();
    await expect(dialog).toBeHidden();
    await expect(this.page.getByRole('row').filter({ hasText: absent }).filter({ hasText: 'действует' }).first()).toBeVisible();
  }

  async endFor(absent: string): Promise<void> {
    await this.page.goto('/substitutions');
    await this.page.getByRole('row').filter({ hasText: 'действует' }).filter({ hasText: absent }).getByRole('button').first().click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Завершить сейчас' }).click();
    await expect(this.page.getByRole('dialog')).toBeHidden();
  }
}

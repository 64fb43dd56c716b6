import { expect, type Locator, type Page } from '@playwright/test';

/** The builder of a form, as somebody who makes one uses it. */
export class FormBuilderPage {
  constructor(readonly page: Page) {}

  /** «Формы → Новая → <название>». */
  async begin(title: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: 'Формы' }).click();
    await this.page.getByRole('button', { name: 'Новая' }).click();
    await this.page.getByRole('dialog').getByRole('textbox', { name: 'Название формы' }).fill(title);
    await this.page.getByRole('dialog').getByRole('button', { name: 'Создать' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }

  /** Adds a question of a kind and words it; the new question is open and its words are marked. */
  async add(kind: string, words: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Добавить вопрос в раздел/u }).first().click();
    await this.page.getByRole('menuitem', { name: new RegExp(`^${kind}`, 'u') }).click();
    await expect(this.words).toBeFocused();
    await this.words.fill(words);
  }

  get words(): Locator {
    return this.page.getByRole('textbox', { name: /^(Вопрос|Текст пояснения)( \*)?$/u });
  }

  box(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  get required(): Locator {
    return this.page.getByRole('switch', { name: 'Обязательный' }).or(this.page.getByRole('checkbox', { name: 'Обязательный' }));
  }

  /** The card of a question in the list. */
  card(words: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('button', { name: words }) });
  }

  get preview(): Locator {
    return this.page.getByRole('region', { name: 'Просмотр' });
  }

  async saved(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: 'Всё сохранено' })).toBeVisible();
  }

  async publish(version: number): Promise<void> {
    await this.saved();
    await this.page.getByRole('main').getByRole('button', { name: 'Опубликовать' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Опубликовать' }).click();
    await expect(this.page.getByText(`Версия ${version}`, { exact: true })).toBeVisible();
  }
}

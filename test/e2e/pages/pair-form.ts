import { expect, type Locator, type Page } from '@playwright/test';

/** The forms of a pair, by their labels. */
export class PairForm {
  constructor(readonly page: Page) {}

  box(name: string | RegExp): Locator { return this.page.getByRole('textbox', { name, exact: typeof name === 'string' }); }
  choice(name: string): Locator { return this.page.getByRole('combobox', { name, exact: true }); }

  async begin(process: RegExp): Promise<void> {
    await this.page.goto('/tasks');
    await this.page.getByRole('button', { name: 'Создать' }).click();
    await this.page.getByRole('menuitem', { name: process }).click();
    await expect(this.page.getByRole('button', { name: 'Начать' })).toBeVisible();
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: 'Начать' }).click();
  }

  /** One of those that a search finds: a person, an organisation, a record. */
  async pick(label: string, text: string): Promise<void> {
    // What is there already may be somebody of the same name: a list opens on what is typed anew.
    await this.choice(label).fill('');
    await this.choice(label).fill(text);
    await this.page.getByRole('option', { name: text }).first().click();
    await expect(this.page.getByRole('listbox')).toHaveCount(0);
  }

  async application({ topic, area, from, to }: { readonly topic: string; readonly area: string; readonly from: string; readonly to: string }): Promise<void> {
    await this.begin(/^Жизненный цикл пары/);
    await this.choice('Направление').selectOption({ label: area });
    await this.box('Тема практики').fill(topic);
    await this.pick('Образовательный дефицит', 'Подготовка методического дня');
    await this.box('Цель').fill('Научиться готовить методический день');
    await this.choice('Продукт, который хочу получить').selectOption({ label: 'Сценарий' });
    await this.choice('Место в методическом активе').selectOption({ label: 'Заместитель директора по методической работе' });
    await this.pick('Ваша организация', 'Школа № 1');
    await this.page.getByRole('radio', { name: 'Смешанно' }).check();
    await this.box('Часов в неделю').fill('2');
    await this.box('Начало').fill(from);
    await this.box('Окончание').fill(to);
  }

  /** One more row of a list; `order`: which of the form's lists it is. */
  async addRow(list: string, order: number, texts: Readonly<Record<string, string>>): Promise<void> {
    const rows = this.page.getByRole('list', { name: list, exact: true }).getByRole('listitem');
    const before = await rows.count();
    await this.page.getByRole('button', { name: 'Добавить запись', exact: true }).nth(order).click();
    await expect(rows).toHaveCount(before + 1);
    for (const [label, value] of Object.entries(texts)) await rows.nth(before).getByRole('textbox', { name: label, exact: true }).fill(value);
  }
}

import { expect, type Locator, type Page } from '@playwright/test';

export interface IndicatorInput {
  readonly code: string;
  readonly name: string;
  readonly type: 'Доля (числитель и знаменатель)' | 'Число' | 'Диапазон' | 'Да / нет' | 'Текст';
  readonly direction: string;
  readonly base?: string;
  readonly complements?: string;
  readonly evidence?: boolean;
}

export interface PassportInput {
  readonly title: string;
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly deadline: string;
  /** What each organisation's name holds; all that are found. */
  readonly respondents: readonly string[];
  readonly indicators: readonly IndicatorInput[];
}

/** The passport of a monitoring, by its labels. */
export class PassportForm {
  constructor(readonly page: Page) {}

  async start(): Promise<void> {
    await this.page.getByRole('button', { name: 'Создать' }).click();
    await this.page.getByRole('menuitem', { name: /^Мониторинг/ }).click();
    await this.page.getByRole('button', { name: 'Начать' }).click();
    await this.page.getByRole('link', { name: 'Заполнить паспорт мониторинга' }).click();
    await this.page.getByRole('button', { name: 'Взять задачу' }).click();
    await expect(this.box('Название')).toBeVisible();
  }

  async fill(passport: PassportInput): Promise<void> {
    await this.box('Название').fill(passport.title);
    await this.box('Год').fill(String(passport.year));
    await this.box('Период с').fill(passport.from);
    await this.box('Период по').fill(passport.to);
    await this.box('Срок сдачи').fill(passport.deadline);
    await this.box('Основание').fill('План работы отдела образования');
    for (const respondent of passport.respondents) await this.addRespondent(respondent);
    for (const indicator of passport.indicators) await this.addIndicator(indicator);
  }

  /** Sends it for approval. Where a former cycle is still open, that is said first, and why this one begins all the same. */
  async send(): Promise<void> {
    const page = this.page;
    const [dialog, done] = [page.getByRole('dialog'), page.getByRole('heading', { level: 1, name: 'Мои задачи' })];
    await page.getByRole('group', { name: 'Решение по задаче' }).getByRole('button', { name: 'На утверждение', exact: true }).click();
    await expect(dialog.or(done)).toBeVisible();
    if (await dialog.isVisible()) {
      await expect(dialog).toContainText(/Предыдущий цикл «.+» не закрыт/u);
      for (const box of await dialog.getByRole('textbox', { name: 'Почему это допустимо' }).all()) await box.fill('Вопросы другие, прежний цикл дорабатывают');
      await dialog.getByRole('button', { name: 'На утверждение', exact: true }).click();
    }
    await expect(done).toBeVisible();
  }

  async addRespondent(name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Организации' }).fill(name);
    await this.page.getByRole('option', { name }).first().click();
    await expect(this.page.getByRole('list', { name: 'Организации', exact: true }).getByRole('listitem').filter({ hasText: name })).toHaveCount(1);
  }

  async addIndicator({ code, name, type, direction, base, complements, evidence }: IndicatorInput): Promise<void> {
    const cards = this.page.getByRole('list', { name: 'Показатели', exact: true }).getByRole('listitem');
    const before = await cards.count();
    await this.page.getByRole('button', { name: 'Добавить показатель' }).click();
    await expect(cards).toHaveCount(before + 1);
    const card = cards.nth(before);
    await card.getByRole('textbox', { name: 'Код', exact: true }).fill(code);
    await card.getByRole('textbox', { name: 'Показатель', exact: true }).fill(name);
    await card.getByRole('combobox', { name: 'Что указывают' }).selectOption({ label: type });
    await card.getByRole('textbox', { name: 'Направление' }).fill(direction);
    if (base !== undefined) await card.getByRole('textbox', { name: /^От чего доля/ }).fill(base);
    if (complements !== undefined) await card.getByRole('textbox', { name: /^Дополняет до 100 %/ }).fill(complements);
    if (evidence === true) await card.getByRole('checkbox', { name: 'Нужно подтверждение' }).check();
  }

  box(name: string): Locator { return this.page.getByRole('textbox', { name, exact: true }); }
}

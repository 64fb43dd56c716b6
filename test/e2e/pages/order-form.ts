import { expect, type Locator, type Page } from '@playwright/test';

export interface ClauseInput { readonly type: 'Поручение' | 'Контроль' | 'Оценка' | 'Отметить' | 'Утвердить'; readonly text: string; readonly executor?: string; readonly due?: string; readonly controller?: string }

export interface OrderInput {
  readonly kind?: string;
  readonly title: string;
  readonly preamble?: string;
  /** A document as basis; false leaves it out. */
  readonly basis?: false;
  readonly clauses: readonly ClauseInput[];
  readonly visas?: readonly string[];
  readonly inTurn?: boolean;
  readonly signer?: string;
  readonly controller?: string;
  readonly acquaint?: readonly string[];
}

/** The draft of an order, filled in as a person does: by labels. People are found by surname. */
export class OrderForm {
  constructor(readonly page: Page) {}

  async start(): Promise<void> {
    await this.page.getByRole('button', { name: 'Создать' }).click();
    await this.page.getByRole('menuitem', { name: /^Издание приказа/ }).click();
    await this.page.getByRole('button', { name: 'Начать' }).click();
    await expect(this.page.getByText('Подготовить проект', { exact: true }).first()).toBeVisible();
    await expect(this.title).toBeVisible();
  }

  get title(): Locator { return this.page.getByRole('textbox', { name: 'Заголовок', exact: true }); }
  clause(number: string): Locator { return this.page.getByRole('group', { name: `Пункт ${number}`, exact: true }); }
  clauseText(number: string): Locator { return this.page.getByRole('textbox', { name: `Пункт ${number}. Текст пункта`, exact: true }); }
  get findings(): Locator { return this.page.getByRole('region', { name: 'Проверка' }); }

  /** Somebody found by surname. A list that is renewed under the click takes none: then one clicks again, as anybody would. */
  async pick(box: Locator, surname: string): Promise<void> {
    await expect(async () => {
      await box.fill(surname);
      await this.page.getByRole('option', { name: surname }).first().click({ timeout: 10_000 });
      // A surname alone is what was typed; the full name is who was chosen.
      if (!surname.includes(' ')) await expect(box).toHaveValue(new RegExp(`^${surname} `), { timeout: 3000 });
    }).toPass();
  }

  /** One more of several: the box is empty again, and who was chosen stands in the list above it. */
  async pickAlso(name: string, surname: string): Promise<void> {
    const chosen = this.page.getByRole('list', { name, exact: true }).getByRole('listitem').filter({ hasText: surname });
    await expect(async () => {
      await this.page.getByRole('combobox', { name }).fill(surname);
      await this.page.getByRole('option', { name: surname }).first().click({ timeout: 10_000 });
      await expect(chosen).toHaveCount(1, { timeout: 3000 });
    }).toPass();
  }

  async fillClause(number: string, { type, text, executor, due, controller }: ClauseInput): Promise<void> {
    const clause = this.clause(number);
    await clause.getByRole('combobox', { name: `Пункт ${number}. Вид пункта` }).selectOption({ label: type });
    await this.clauseText(number).fill(text);
    if (executor !== undefined) await this.pick(clause.getByRole('combobox', { name: 'Исполнитель', exact: true }), executor);
    if (due !== undefined) await clause.getByRole('textbox', { name: 'Срок', exact: true }).fill(due);
    if (controller !== undefined) await this.pick(clause.getByRole('combobox', { name: 'Контроль', exact: true }), controller);
  }

  async fill(order: OrderInput): Promise<void> {
    const { page } = this;
    await page.getByRole('combobox', { name: 'Вид документа' }).selectOption({ label: order.kind ?? 'Приказ по основной деятельности' });
    await this.title.fill(order.title);
    await page.getByRole('textbox', { name: 'Преамбула' }).fill(order.preamble ?? 'В соответствии с планом работы отдела образования приказываю:');
    if (order.basis !== false) {
      await page.getByRole('button', { name: 'Добавить основание' }).click();
      await page.getByRole('textbox', { name: 'Документ', exact: true }).fill('Приказ министерства образования');
      await page.getByRole('textbox', { name: 'Номер', exact: true }).fill('575');
      await page.getByRole('textbox', { name: 'Дата', exact: true }).fill('02.11.2026');
    }
    for (const [index, clause] of order.clauses.entries()) {
      await page.getByRole('button', { name: 'Добавить пункт', exact: true }).click();
      await this.fillClause(String(index + 1), clause);
    }
    for (const surname of order.visas ?? []) await this.pickAlso('Кто визирует', surname);
    if (order.inTurn) await page.getByRole('radio', { name: 'По очереди' }).check();
    await this.pick(page.getByRole('combobox', { name: 'Кто подписывает' }), order.signer ?? 'Берёзкина');
    await this.pick(page.getByRole('combobox', { name: 'Контролёр исполнения' }), order.controller ?? 'Ключников');
    for (const surname of order.acquaint ?? []) await this.pickAlso('Кого ознакомить', surname);
  }

  async expectSaved(): Promise<void> {
    await expect(this.page.getByText(/^Сохранено в /)).toBeVisible();
  }
}

import type { Locator, Page } from '@playwright/test';

/** The questionnaire of a monitoring: one card for each indicator of its passport. */
export class QuestionnaireForm {
  constructor(readonly page: Page) {}

  /** The card of an indicator, by its name. */
  card(indicator: string): Locator { return this.page.getByRole('list', { name: 'Показатели', exact: true }).getByRole('listitem').filter({ hasText: indicator }); }
  box(indicator: string, name: string): Locator { return this.card(indicator).getByRole('textbox', { name, exact: true }); }

  async share(indicator: string, numerator: number, denominator: number): Promise<void> {
    await this.box(indicator, 'Числитель').fill(String(numerator));
    await this.box(indicator, 'Знаменатель').fill(String(denominator));
  }

  async range(indicator: string, min: number, max: number): Promise<void> {
    await this.box(indicator, 'Минимум').fill(String(min));
    await this.box(indicator, 'Максимум').fill(String(max));
  }
}

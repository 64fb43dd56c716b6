import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Locator, type Page } from '@playwright/test';

const run = promisify(execFile);

export class DocumentPage {
  constructor(readonly page: Page) {}

  async open(title: string): Promise<void> {
    await this.page.goto('/documents');
    await this.page.getByRole('textbox', { name: 'Заголовок или номер' }).fill(title);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('main').getByRole('link', { name: title }).first().click();
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }

  get registration(): Locator { return this.page.getByRole('region', { name: 'Регистрация' }); }
  /** «Дело»: the index and how long the document is kept. */
  get filing(): Locator { return this.page.getByRole('region', { name: 'Дело', exact: true }); }
  get sheet(): Locator { return this.page.getByRole('article'); }

  /** «№ 7» as the document's page shows it. */
  async number(): Promise<string> {
    return (/№ \S+/u.exec(await this.registration.innerText()) ?? [''])[0];
  }

  file(format: 'PDF' | 'DOCX'): Locator {
    return this.page.getByRole('link', { name: new RegExp(`^${format}`) });
  }

  /** Downloads a file as a person does and gives its path. */
  async download(format: 'PDF' | 'DOCX'): Promise<string> {
    const waiting = this.page.waitForEvent('download');
    await this.file(format).click();
    return (await waiting).path();
  }

  /** What stands on the pages of the PDF, spaces made one. */
  async pdfText(): Promise<string> {
    const { stdout } = await run('pdftotext', ['-layout', await this.download('PDF'), '-']);
    return stdout.replaceAll(/\s+/gu, ' ');
  }
}

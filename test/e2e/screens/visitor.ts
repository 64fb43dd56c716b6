import { expect, type Browser, type BrowserContext, type Page, type Response } from '@playwright/test';
import { account } from '../office/accounts.js';
import { watchForFaults } from '../office/faults.js';
import type { Language } from './check-screen.js';
import { settled } from './settled.js';

const WIDE = { width: 1280, height: 900 };
/** An address that leads nowhere, and how that page is headed. */
export const NOWHERE = '/nowhere/at/all';
const NOWHERE_TITLE = /^(?:Страница не найдена|Page not found)$/u;

/** Somebody who looks at screens in one language; `login` null: nobody signed in. */
export class Visitor {
  readonly faults: string[] = [];
  readonly #answers: Promise<string>[] = [];
  #started = false;

  private constructor(readonly page: Page, readonly context: BrowserContext, readonly language: Language) {}

  static async arrive(browser: Browser, login: string | null, language: Language): Promise<Visitor> {
    const context = await browser.newContext({ viewport: WIDE, locale: language === 'ru' ? 'ru-RU' : 'en-GB', reducedMotion: 'reduce' });
    context.setDefaultTimeout(60_000);
    const visitor = new Visitor(await context.newPage(), context, language);
    await visitor.context.addInitScript((chosen) => { localStorage.setItem('reglament.language', chosen); }, language);
    watchForFaults(visitor.page, `${login ?? 'nobody'} (${language})`, visitor.faults);
    visitor.page.on('response', (response) => { visitor.#remember(response); });
    if (login !== null) await visitor.#signIn(login);
    return visitor;
  }

  /** All that the server has said to this page so far. */
  async answers(): Promise<string> {
    return (await Promise.all(this.#answers)).join('\n');
  }

  #remember(response: Response): void {
    // A page that was left has no answer to read any more.
    if (response.url().includes('/api/') && (response.headers()['content-type'] ?? '').includes('json')) this.#answers.push(response.text().catch(() => ''));
  }

  async #signIn(login: string): Promise<void> {
    const { password, name } = account(login);
    const origin = new URL(process.env['BASE_URL'] ?? '').origin;
    const answer = await this.page.request.post(`${origin}/api/v1/session`, { data: { login, password }, headers: { origin, 'idempotency-key': crypto.randomUUID() } });
    expect(answer.status(), await answer.text()).toBe(200);
    this.#answers.push(answer.text(), Promise.resolve(name));
  }

  /** Asks the surface as the panel would; for the addresses of what is looked at. */
  async read<T>(path: string): Promise<T> {
    const answer = await this.page.request.get(`/api/v1${path}`);
    expect(answer.status(), path).toBe(200);
    return (await answer.json()) as T;
  }

  /**
   * Goes to an address of the panel and waits until nothing is being loaded any more. The first time the program is started there; after
   * that it is told of the address as by the browser's own buttons, which costs a fraction. Between two screens lies one that is nowhere,
   * so that the old screen is never taken for the new one.
   */
  async goTo(address: string): Promise<void> {
    if (!this.#started || (await this.page.locator('.MuiModal-root').count()) > 0) {
      await this.page.goto(address);
      this.#started = true;
    } else {
      const nowhere = this.page.getByRole('heading', { level: 1, name: NOWHERE_TITLE });
      await this.#route(NOWHERE);
      await expect(nowhere).toBeVisible();
      await this.#route(address);
      if (address !== NOWHERE) await expect(nowhere).toHaveCount(0);
    }
    await settled(this.page);
  }

  /** The next screen starts the program anew: it knows nothing then of what it has read before. */
  startAnew(): void {
    this.#started = false;
  }

  #route(address: string): Promise<void> {
    return this.page.evaluate((to) => {
      window.history.pushState({ idx: window.history.length, key: to, usr: null }, '', to);
      window.dispatchEvent(new PopStateEvent('popstate', { state: window.history.state as unknown }));
    }, address);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}

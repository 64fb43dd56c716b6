import { expect, test, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { account } from './accounts.js';
import { dateText } from './business-date.js';
import { businessTime, moveClock } from './clock.js';
import { Desk } from './desk.js';
import { watchForFaults } from './faults.js';

type State = Exclude<BrowserContextOptions['storageState'], string | undefined>;

/** Everybody signs in through the form once; later desks of the same person go on with that session. */
const signedIn = new Map<string, State>();

const DESKTOP = { width: 1280, height: 900 };

interface DeskOptions { readonly fresh?: boolean; readonly viewport?: { readonly width: number; readonly height: number } }

/** The office of one story: people at desks of their own, one demo base, one clock. */
export class Office {
  /** Sets this run's cases apart from what the shared base holds already. */
  readonly run = (Date.now() % 60_466_176).toString(36);
  readonly #faults: string[] = [];
  readonly #contexts: BrowserContext[] = [];
  readonly #desks = new Map<string, Desk>();
  #browser: Browser | null = null;

  open(browser: Browser): void {
    this.#browser = browser;
  }

  /** The desk of a person; the same one for the whole story. */
  async at(login: string): Promise<Desk> {
    const desk = this.#desks.get(login) ?? (await this.newDesk(login));
    this.#desks.set(login, desk);
    return desk;
  }

  /** A person goes home: their browser closes; at their desk again they find a new one. */
  async leave(login: string): Promise<void> {
    await this.#desks.get(login)?.context.close();
    this.#desks.delete(login);
  }

  /** One more browser of a person; `fresh`: with a session of its own. */
  async newDesk(login: string, { fresh = false, viewport = DESKTOP }: DeskOptions = {}): Promise<Desk> {
    if (this.#browser === null) throw new Error('The office opens when its tests begin');
    const known = fresh ? undefined : signedIn.get(login);
    const context = await this.#browser.newContext({ viewport, ...(known === undefined ? {} : { storageState: known }) });
    this.#contexts.push(context);
    const page = await context.newPage();
    watchForFaults(page, login, this.#faults);
    if (known === undefined) {
      await signIn(page, login);
      if (!fresh) signedIn.set(login, { ...(await context.storageState()), origins: [] });
    } else {
      await page.goto('/tasks');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    return new Desk(login, page, context);
  }

  /** The one thing that tests do past the panel: business time goes forward. */
  async moveClock(workingDays: number): Promise<void> {
    await moveClock((await this.at('admin')).page, workingDays);
  }

  /** A date so many calendar days from business today, as people here write it. */
  async date(plusDays = 0): Promise<string> {
    return dateText(await businessTime((await this.at('admin')).page), plusDays);
  }

  takeFaults(): readonly string[] {
    return this.#faults.splice(0);
  }

  async close(): Promise<void> {
    for (const context of this.#contexts.splice(0)) await context.close();
    this.#desks.clear();
  }
}

export async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/login');
  await page.getByRole('textbox', { name: 'Имя для входа' }).fill(login);
  await page.getByRole('textbox', { name: 'Пароль', exact: true }).fill(account(login).password);
  await page.getByRole('button', { name: 'Войти' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Мои задачи' })).toBeVisible();
}

/**
 * The office of a `describe.serial`: one case that goes on from test to test. After each test nothing may have gone wrong behind the
 * screen: faults of scripts, console errors, missing translations, violations of the content security policy.
 */
export function useOffice(): Office {
  const office = new Office();
  test.beforeAll(({ browser }) => { office.open(browser); });
  test.afterEach(() => { expect(office.takeFaults(), 'nothing may go wrong behind the screen').toEqual([]); });
  test.afterAll(() => office.close());
  return office;
}

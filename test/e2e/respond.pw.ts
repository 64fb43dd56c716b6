import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { watchForFaults } from './office/faults.js';
import { useOffice } from './office/office.js';
import { checkScreen, type Language } from './screens/check-screen.js';
import { photograph } from './screens/photograph.js';

const PHONE = { width: 375, height: 740 };
const WIDE = { width: 1280, height: 900 };
const question = 'Что мешает молодым педагогам в вашей школе?';
const answer = 'Не хватает времени на встречи с наставником.';

test.describe.serial('a respondent without an account', () => {
  const office = useOffice();
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];
  const links: string[] = [];
  let browser: Browser;
  let instance = '';

  test.beforeAll(({ browser: given }) => { browser = given; });
  test.afterEach(() => { expect(faults.splice(0), 'nothing may go wrong behind the screen').toEqual([]); });
  test.afterAll(async () => { for (const context of contexts) await context.close(); });

  /** Somebody's own browser, in which nobody has signed in; all that the server says to it is remembered. */
  async function stranger(viewport = PHONE, language: Language = 'ru'): Promise<{ page: Page; said: () => Promise<string> }> {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: language === 'ru' ? 'ru-RU' : 'en-GB' });
    await context.addInitScript((chosen) => { localStorage.setItem('reglament.language', chosen); }, language);
    contexts.push(context);
    const page = await context.newPage();
    const answers: Promise<string>[] = [];
    page.on('response', (response) => { if ((response.headers()['content-type'] ?? '').includes('json')) answers.push(response.text().catch(() => '')); });
    watchForFaults(page, 'respondent', faults);
    return { page, said: async () => (await Promise.all(answers)).join('\n') };
  }
  const box = (page: Page) => page.getByRole('textbox', { name: 'Ваш ответ' });
  const send = (page: Page) => page.getByRole('button', { name: 'Отправить ответ' });
  const refusal = (page: Page, title: string) => expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  test('is asked by the methodist, who takes a link to hand over from the case\'s page', async () => {
    const { page } = await office.at('methodist');
    await page.goto('/process-instances/start/link-survey');
    await page.getByRole('textbox', { name: 'О чём спросить' }).fill(`${question} ${office.run}`);
    await page.getByRole('textbox', { name: 'Ответить до' }).fill(await office.date(10));
    for (const [n, school] of ['Школа № 1', 'Школа № 2'].entries()) {
      if ((await page.getByRole('textbox', { name: 'Кто отвечает' }).count()) <= n) await page.getByRole('button', { name: 'Добавить респондента' }).click();
      await page.getByRole('textbox', { name: 'Кто отвечает' }).nth(n).fill(school);
    }
    await page.getByRole('textbox', { name: 'Адрес почты' }).first().fill('school@office');
    await page.getByRole('button', { name: 'Начать' }).click();
    await expect(page.getByText('Проверьте адрес').first()).toBeVisible();
    await page.getByRole('textbox', { name: 'Адрес почты' }).first().fill('school-one@office.test');
    await page.getByRole('button', { name: 'Начать' }).click();
    await expect(page).not.toHaveURL(/start\/link-survey/u);
    await page.goto('/process-instances');
    await page.getByRole('textbox', { name: 'Название или номер' }).or(page.getByRole('searchbox')).first().fill(office.run);
    await page.keyboard.press('Enter');
    await page.getByRole('main').getByRole('link', { name: new RegExp(office.run, 'u') }).or(page.getByRole('main').getByRole('link', { name: /Опрос: Что мешает/u })).first().click();
    await expect(page.getByRole('heading', { level: 1, name: /Опрос: Что мешает/u })).toBeVisible();
    instance = new URL(page.url()).pathname;

    const section = page.getByRole('region', { name: 'Личные ссылки' });
    await expect(section.getByRole('listitem')).toHaveCount(2);
    await expect(section).toContainText('s***@office.test');
    await expect(section).toContainText('адрес не указан');
    for (const school of ['Школа № 1', 'Школа № 2']) {
      await section.getByRole('button', { name: `Получить ссылку: ${school}` }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Сделать новую ссылку' }).click();
      links.push(await page.getByRole('dialog').getByRole('textbox', { name: 'Ссылка' }).inputValue());
      await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).click();
    }
    await photograph(page, 'case-links-1280');
    expect(links[0]).toMatch(/\/respond#[\w-]{43}$/u);
    expect(await checkScreen(page, 'ru', '')).toEqual([]);
  });

  test('opens the link on a phone: the secret leaves the address bar, and the page says what is asked and by when', async () => {
    const { page, said } = await stranger();
    await page.goto(links[0] ?? '');
    await expect(page.getByRole('heading', { level: 1, name: 'Ответить на вопрос' })).toBeVisible();
    await expect(page).toHaveURL(/\/respond$/u);
    await expect(page.getByRole('main')).toContainText('Ответить до');
    await expect(page.getByRole('main')).toContainText(question);
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await photograph(page, 'respondent-form-375');
    expect(await checkScreen(page, 'ru', await said())).toEqual([]);
    await page.setViewportSize(WIDE);
    await photograph(page, 'respondent-form-1280');
    expect(await checkScreen(page, 'ru', await said())).toEqual([]);
  });

  test('is refused what the panel refuses, beside the field, and goes on with the draft on another device', async () => {
    const { page, said } = await stranger();
    await page.goto(links[0] ?? '');
    await box(page).fill('Коротко');
    await send(page).click();
    await expect(box(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(box(page)).toHaveValue('Коротко');
    await photograph(page, 'respondent-refused-375');
    expect(await checkScreen(page, 'ru', await said())).toEqual([]);
    await box(page).fill('Начато на телефоне, ');
    await expect(page.getByText(/Сохранено в/u)).toBeVisible();
    await photograph(page, 'respondent-draft-375');
    expect(await checkScreen(page, 'ru', await said())).toEqual([]);
    const { page: other } = await stranger(WIDE);
    await other.goto(links[0] ?? '');
    await expect(box(other)).toHaveValue('Начато на телефоне, ');
    await other.reload();
    await expect(box(other)).toHaveValue('Начато на телефоне, ');
  });

  test('sends once: of two windows one is thanked, the other is told, and keeps what was typed', async () => {
    const { page: one, said } = await stranger();
    const { page: two } = await stranger(WIDE);
    for (const page of [one, two]) {
      await page.goto(links[0] ?? '');
      await box(page).fill(answer);
    }
    await expect(two.getByText(/Сохранено в/u)).toBeVisible();
    await send(one).click();
    await refusal(one, 'Ответ отправлен');
    await photograph(one, 'respondent-sent-375');
    expect(await checkScreen(one, 'ru', await said())).toEqual([]);
    await send(two).click();
    await expect(two.getByRole('alert').filter({ hasText: 'Ответ уже отправлен' })).toBeVisible();
    await expect(two.getByRole('main')).toContainText(answer);
    await expect(send(two)).toHaveCount(0);
  });

  test('gets one plain page from a link that does not work any more, or never did', async () => {
    const { page, said } = await stranger();
    await page.goto(links[0] ?? '');
    await refusal(page, 'Ответ уже отправлен');
    await photograph(page, 'respondent-used-375');
    expect(await checkScreen(page, 'ru', await said())).toEqual([]);
    expect(await page.getByRole('main').innerText()).not.toContain('педагогам');

    const { page: cut } = await stranger(PHONE, 'en');
    await cut.goto((links[1] ?? '').slice(0, -1));
    await refusal(cut, 'The link does not work');
    expect(await checkScreen(cut, 'en', '')).toEqual([]);

    const { page: bare } = await stranger();
    await bare.goto('/respond');
    await refusal(bare, 'Откройте ссылку из письма');
  });

  test('loses a link that the methodist has made anew', async () => {
    const { page } = await office.at('methodist');
    await page.goto(instance);
    const section = page.getByRole('region', { name: 'Личные ссылки' });
    await expect(section).toContainText('Ответ получен');
    await section.getByRole('button', { name: 'Получить ссылку: Школа № 2' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Сделать новую ссылку' }).click();
    const made = await page.getByRole('dialog').getByRole('textbox', { name: 'Ссылка' }).inputValue();
    const { page: guest, said } = await stranger();
    await guest.goto(links[1] ?? '');
    await refusal(guest, 'Ссылка отозвана');
    expect(await checkScreen(guest, 'ru', await said())).toEqual([]);
    // In a browser where somebody is signed in to the panel, the link is a session of its own.
    const { context } = await office.at('methodist');
    const beside = await context.newPage();
    watchForFaults(beside, 'methodist with a link', faults);
    await beside.goto(made);
    await box(beside).fill('Начато рядом с панелью');
    await expect(beside.getByText(/Сохранено в/u)).toBeVisible();
    await beside.close();
    const { page: invited, said: told } = await stranger(WIDE, 'en');
    await invited.goto(made);
    await expect(invited.getByRole('heading', { level: 1, name: 'Answer the question' })).toBeVisible();
    await photograph(invited, 'respondent-form-en-1280');
    expect(await checkScreen(invited, 'en', await told())).toEqual([]);
    await invited.getByRole('textbox', { name: 'Your answer' }).fill(answer);
    await invited.getByRole('button', { name: 'Send the answer' }).click();
    await refusal(invited, 'The answer has been sent');
    expect(await checkScreen(invited, 'en', await told())).toEqual([]);
  });

  test('stands in the history as somebody who came by a link', async () => {
    const { page } = await office.at('methodist');
    await page.goto(instance);
    await expect(page.getByRole('region', { name: 'Личные ссылки' }).getByText('Ответ получен')).toHaveCount(2);
    await page.getByRole('main').getByRole('link', { name: 'Школа № 1' }).first().click();
    await page.locator('#task-tab-history').click();
    await expect(page.locator('#task-panel-history')).toContainText('по личной ссылке');
    await expect(page.locator('#task-panel-history')).not.toContainText('school-one@office.test');
  });

  // How the page looks in both languages and widths is seen by accessibility.pw.ts.
  test('the queue of mails says that mail is off', async () => {
    const { page } = await office.at('admin');
    await page.goto('/mail');
    await expect(page.getByText('Почта не настроена')).toBeVisible();
    await expect(page.getByText('Писем нет')).toBeVisible();
  });
});

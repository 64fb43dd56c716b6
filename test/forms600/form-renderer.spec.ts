import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { servePage } from './serve-page.mjs';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const present = existsSync(executablePath);
const describeInChromium = present ? describe : describe.skip;

jest.setTimeout(120_000);

const sokolova = 'person:00000000-0000-4000-8000-000000000001';
const clauses = [
  { id: 'a', type: 'note', text: 'Отметить опыт', clauses: [{ id: 'b', type: 'task', text: 'Провести семинар', executor: sokolova, due: '2026-12-05' }] },
  { id: 'c', type: 'note', text: 'Признать' },
];
const filled = { title: 'О работе', kind: 'order', agreed: true, date: '2026-11-22', clauses };

describeInChromium(`FormRenderer in Chromium${present ? '' : ` (skipped: no browser at ${executablePath})`}`, () => {
  const out = mkdtempSync(path.join(tmpdir(), 'form-renderer-'));
  let server: Awaited<ReturnType<typeof servePage>>;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    execFileSync(process.execPath, [path.join(__dirname, 'build-page.mjs'), out], { stdio: ['ignore', 'ignore', 'inherit'] });
    server = await servePage(path.join(out, 'page'));
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(out, { recursive: true });
  });

  beforeEach(async () => {
    faults.length = 0;
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
  });
  afterEach(async () => {
    await page.context().close();
    expect(faults).toEqual([]);
  });

  const open = async (data: object, query = '') => {
    await page.goto(`${server.url}gallery.html?data=${encodeURIComponent(JSON.stringify(data))}${query}`);
    await page.locator('h2').first().waitFor();
  };
  const data = async () => JSON.parse(await page.locator('#data').innerText()) as Record<string, unknown>;
  const sent = async () => JSON.parse(await page.locator('#sent').innerText()) as Record<string, unknown> | null;
  const field = (pointer: string) => page.locator(`[id$="${pointer.replaceAll('/', '-')}"]:not([id*="section"])`).first();
  const focused = () => page.evaluate(() => document.activeElement?.id.replace(/^[^-]*/u, '') ?? '');
  const axe = async () => {
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  };

  /** The draft is on its way since the first change; what was typed after that is not in it. */
  const answerDraft = async () => {
    await page.locator('body[data-saving]').waitFor();
    await page.evaluate(() => dispatchEvent(new Event('draft-answer')));
  };

  it('sends what was typed, with calculated values and without hidden ones', async () => {
    await open({ ...filled, reason: 'старая причина' });
    await field('/numerator').fill('1 000');
    await field('/denominator').fill('2000');
    await page.getByRole('button', { name: 'Добавить расход' }).click();
    await page.keyboard.type('Paper');
    await field('/items/0/amount').fill('3');
    await field('/items/0/price').fill('1,5');
    await page.locator('#send').click();
    const answer = await sent();
    expect(answer).toMatchObject({ numerator: 1000, denominator: 2000, share: 0.5, total: 4.5, items: [{ what: 'Paper', amount: 3, price: 1.5, sum: 4.5 }] });
    expect(answer).not.toHaveProperty('reason');
  });

  it('takes the person to the first error and links every error from the summary', async () => {
    await open({ title: 'Об', numerator: 3, denominator: 2, clauses: [{ id: 'a', type: 'task', text: 'Сдать' }] });
    await page.locator('#send').click();
    await page.getByRole('alert').getByText('Исправьте').waitFor();
    expect(await focused()).toBe('-title');
    await expect(page.locator('[role=alert] li').allInnerTexts()).resolves.toEqual([
      'Заголовок: Минимум 5 символов', 'Вид: Заполните поле', 'Числитель: Числитель больше знаменателя', 'Дата: Заполните поле',
      'Согласен с порядком: Заполните поле', 'Пункт 1 · Исполнитель: Заполните поле', 'Пункт 1 · Срок: Заполните поле',
    ]);
    await page.getByRole('link', { name: 'Пункт 1 · Срок' }).click();
    expect(await focused()).toBe('-clauses-0-due');
    expect(await sent()).toBeNull();
  });

  it('tells an error when the field is left, ties it to the input and takes it back when it is mended', async () => {
    await open({});
    await field('/title').fill('Об');
    expect(await page.getByText('Минимум 5 символов').count()).toBe(0);
    await page.keyboard.press('Tab');
    await page.getByText('Минимум 5 символов').waitFor();
    const described = await field('/title').getAttribute('aria-describedby');
    const error = await page.getByText('Минимум 5 символов').getAttribute('id');
    expect(described?.split(' ')).toContain(error);
    await field('/title').fill('Об итогах');
    await page.getByText('Минимум 5 символов').waitFor({ state: 'detached' });
  });

  it('starts with the defaults of the schema, under what is given', async () => {
    await open({});
    expect(await page.getByLabel('Обычная').isChecked()).toBe(true);
    await open({ urgency: 'urgent' });
    expect(await page.getByLabel('Обычная').isChecked()).toBe(false);
  });

  it('shows and hides a field by its rule', async () => {
    await open({});
    expect(await page.getByLabel('Причина срочности').count()).toBe(0);
    await page.getByLabel('Срочно', { exact: false }).last().check();
    await page.getByLabel('Причина срочности').fill('Проверка');
    await page.getByLabel('Обычная').check();
    expect(await page.getByLabel('Причина срочности').count()).toBe(0);
    expect((await data())['reason']).toBe('Проверка');
  });

  it.each([['5.12.2026', '2026-12-05'], ['05.12.26', '2026-12-05'], ['2026-12-05', '2026-12-05'], ['31.02.2026', '2026-02-31']])('reads the typed date %s', async (typed, stored) => {
    await open({});
    await field('/date').fill(typed);
    expect((await data())['date']).toBe(stored);
    await page.keyboard.press('Tab');
    expect(await page.getByText('Введите дату в виде').count()).toBe(stored === '2026-02-31' ? 1 : 0);
  });

  it('keeps what is no number as it was typed, and says so', async () => {
    await open({});
    await field('/numerator').fill('12а');
    await page.keyboard.press('Tab');
    await page.getByText('Введите целое число').waitFor();
    expect(await field('/numerator').inputValue()).toBe('12а');
  });

  it('finds a person by typing and stores the reference', async () => {
    await open({});
    await field('/signer').fill('соко');
    await page.getByRole('option', { name: /Соколова/u }).click();
    expect(await data()).toMatchObject({ signer: sokolova });
    expect(await field('/signer').inputValue()).toBe('Соколова Вера Ильинична');
  });

  it('takes files to the server and names the one that is too large', async () => {
    await open({});
    await page.locator('input[type=file]').last().setInputFiles([
      { name: 'справка.txt', mimeType: 'text/plain', buffer: Buffer.from('да') }, { name: 'фильм.txt', mimeType: 'text/plain', buffer: Buffer.alloc(200) },
    ]);
    await page.getByRole('link', { name: 'справка.txt' }).waitFor();
    await page.getByText('«фильм.txt» больше 100').waitFor();
    expect((await data())['evidence']).toEqual([{ id: `file:${'ab'.repeat(32)}`, name: 'справка.txt', size: 4 }]);
  });

  it('moves and removes rows by buttons and keys, and brings a removed row back', async () => {
    await open({ items: [{ id: '1', what: 'один' }, { id: '2', what: 'два' }, { id: '3', what: 'три' }] });
    const order = async () => ((await data())['items'] as { what: string }[]).map(({ what }) => what).join(' ');
    await page.getByRole('button', { name: 'Ниже: один' }).click();
    expect(await order()).toBe('два один три');
    await field('/items/2/what').press('Alt+ArrowUp');
    expect(await order()).toBe('два три один');
    await page.getByRole('button', { name: 'Удалить: три' }).click();
    expect(await order()).toBe('два один');
    await page.getByRole('button', { name: 'Вернуть' }).click();
    expect(await order()).toBe('два три один');
  });

  it('shapes the clause tree from the keyboard alone, numbered as it stands', async () => {
    await open({ clauses: [{ id: 'a', type: 'note', text: 'Первый' }] });
    await field('/clauses/0/text').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Second');
    await page.keyboard.press('Home');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('-clauses-0-clauses-0-text');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Third');
    await page.keyboard.press('Alt+ArrowUp');
    expect(await data()).toMatchObject({ clauses: [{ text: 'Первый', clauses: [{ text: 'Third' }, { text: 'Second' }] }] });
    await page.keyboard.press('Alt+ArrowLeft');
    expect(await data()).toMatchObject({ clauses: [{ text: 'Первый' }, { text: 'Third', clauses: [{ text: 'Second' }] }] });
    await expect(page.locator('[role=group][aria-label^="Пункт "]').evaluateAll((groups) => groups.map((group) => group.getAttribute('aria-label')))).resolves.toEqual(['Пункт 1', 'Пункт 2', 'Пункт 2.1']);
  });

  it('divides a clause where Enter is pressed', async () => {
    await open({ clauses: [{ id: 'a', type: 'task', text: 'Провести семинар. Сдать отчёт', executor: sokolova }] });
    await field('/clauses/0/text').focus();
    await field('/clauses/0/text').evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(17, 17));
    await page.keyboard.press('Enter');
    expect(await data()).toMatchObject({ clauses: [{ id: 'a', text: 'Провести семинар.', executor: sokolova }, { type: 'task', text: 'Сдать отчёт' }] });
    expect(await focused()).toBe('-clauses-1-text');
  });

  it('lets who walks by Tab pass through the clauses', async () => {
    await open({ clauses: [{ id: 'a', type: 'note', text: 'Один' }, { id: 'c', type: 'note', text: 'Два' }] });
    await field('/clauses/1/text').focus();
    await page.keyboard.press('Tab');
    expect(await focused()).not.toContain('-text');
    expect(await data()).toMatchObject({ clauses: [{ text: 'Один' }, { text: 'Два' }] });
  });

  it('shows errors of a refused request at the fields that its body’s pointers mean', async () => {
    await open(filled);
    await page.evaluate(() => dispatchEvent(new CustomEvent('refuse', { detail: [{ pointer: '/data/clauses/0/text', message: 'Такой пункт уже есть' }] })));
    await page.getByText('Такой пункт уже есть').first().waitFor();
    expect(await focused()).toBe('-clauses-0-text');
    await page.keyboard.type('!');
    await page.locator('#send').click();
    expect(await sent()).not.toBeNull();
  });

  it('shows what a pasted list was understood as before it goes in', async () => {
    await open({ clauses });
    await page.getByRole('button', { name: 'Вставить список текстом' }).click();
    await page.getByLabel('Текст с пунктами').fill('3.5 Сдать отчёт\n3.5 Провести сбор');
    await page.getByRole('button', { name: 'Разобрать' }).click();
    await page.getByText('Найдено: 2 пункта').waitFor();
    expect(await axe()).toEqual([]);
    await page.getByRole('button', { name: 'Вставить', exact: true }).click();
    expect((await data())['clauses']).toMatchObject([{ id: 'a' }, { id: 'c' }, { text: 'Сдать отчёт', numberAsTyped: '3.5' }, { text: 'Провести сбор', numberAsTyped: '3.5' }]);
    await page.getByText('было 3.5').first().waitFor();
  });

  it('merges another device’s draft into what is typed', async () => {
    await open(filled, '&autosave');
    await field('/about').fill('Моё');
    await field('/numerator').fill('7');
    await answerDraft();
    await page.waitForFunction(() => (document.querySelector('[id$="-title"]:not([id*="section"])') as HTMLInputElement).value === 'Заголовок с телефона');
    expect(await field('/about').inputValue()).toBe('Моё');
    expect(await data()).toMatchObject({ title: 'Заголовок с телефона', about: 'Моё', numerator: 7 });
  });

  it('asks whose value stays where both devices changed a field', async () => {
    await open(filled, '&autosave');
    await field('/title').fill('Мой заголовок');
    await answerDraft();
    await page.getByText('На другом устройстве здесь другое значение').waitFor();
    expect(await field('/title').inputValue()).toBe('Мой заголовок');
    await page.getByRole('button', { name: 'Взять его' }).click();
    expect(await field('/title').inputValue()).toBe('Заголовок с телефона');
  });

  it.each([['empty', {}, ''], ['filled', filled, '&locale=en'], ['read', filled, '&read']])('has no accessibility faults %s', async (_state, given, query) => {
    await open(given, query);
    expect(await axe()).toEqual([]);
  });

  it('has no accessibility faults with errors and findings', async () => {
    await open({ clauses }, '&locale=en');
    await page.locator('#send').click();
    await page.locator('#find').click();
    await page.getByRole('alert').first().waitFor();
    expect(await axe()).toEqual([]);
  });

  it('fits a screen 320 px wide without scrolling sideways', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open({ ...filled, items: [{ id: '1', what: 'Слово без пробелов'.repeat(8) }] });
    await page.locator('#send').click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it('speaks the chosen language alone', async () => {
    await open({ clauses: [{ id: 'a', type: 'task', text: 'Report' }], items: [{ id: '1', what: 'Paper' }] }, '&locale=en');
    expect(await page.locator('#root').evaluate((root) => [...root.querySelectorAll('label, legend, h2, button, option, [aria-label]')]
      .map((element) => `${element.textContent} ${element.getAttribute('aria-label') ?? ''}`)
      .filter((text) => /[а-яё]/iu.test(text) && !/Отправить|Проверить|^[АБВ] /u.test(text)))).toEqual([]);
  });

  it('takes a pasted text of 70,000 characters whole, tells at the field that it is too long, and lays out as for a short one', async () => {
    await open(filled);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    const layouts = async () => (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'LayoutCount')?.value ?? NaN;
    const paste = async (text: string) => {
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
      await field('/about').fill('');
      const before = await layouts();
      await page.keyboard.press('Control+V');
      await page.waitForFunction((length) => (document.activeElement as HTMLTextAreaElement).value.length === length, text.length);
      return (await layouts()) - before;
    };
    const [few, many] = [await paste('слово\nдело'), await paste(`${'слово и дело\n'.repeat(5_384)}слово и`)];
    expect(many - few).toBeLessThan(20); // one edit, not one for every line
    await page.getByText('Не больше 100 символов').first().waitFor();
    expect(((await data())['about'] as string).length).toBe(5_384 * 13 + 7);
  });
});

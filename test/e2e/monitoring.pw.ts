import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { csrf } from './office/session.js';
import type { Desk } from './office/desk.js';
import { useOffice } from './office/office.js';
import { PassportForm } from './pages/passport-form.js';
import { QuestionnaireForm } from './pages/questionnaire-form.js';

const SCHOOL = 'Школа молодого педагога в образовательных организациях';
const SMALL = 'Наставничество в небольших образовательных организациях';
const GROUPS = 'Группы методической службы ВКонтакте';
const DISTRICTS = ['Берёзовский', 'Вишнёвский', 'Горный', 'Дальнереченский', 'Еловский', 'Журавлинский', 'Заозёрный', 'Ивовский', 'Кедровый', 'Липовский', 'Медвежий', 'Нагорный', 'Озёрный', 'Приречный', 'Рябиновый', 'Снежный', 'Тальниковый', 'Утёсовский'];
/** Districts that answer, with the share that each states: 9/10, 1/2, 0/3 are 10/15 together, and not the mean of their per cents. */
const IN_TIME = [{ login: 'district1', share: [9, 10] }, { login: 'district2', share: [1, 2] }] as const;
const LATE = { login: 'district3', share: [0, 3] } as const;

/** One monitoring, from the passport to the second version of its summary (domain §6, scenarios 7 to 10). */
test.describe.serial('monitoring of 18 municipalities', { tag: '@both-bases' }, () => {
  const office = useOffice();
  const title = `Мониторинг методической службы ${office.run}`;
  let cycle = '';

  async function openAnswer(login: string, task = 'Заполнить анкету'): Promise<{ desk: Desk; form: QuestionnaireForm }> {
    const desk = await office.at(login);
    const scope = desk.page.getByRole('tab', { name: /^Можно взять/ });
    // Whoever is at the worklist stays there: loading the panel again would be half of this story's time.
    if (await scope.isVisible()) await scope.click();
    else await desk.worklist.open('Можно взять');
    await expect(scope).toHaveAttribute('aria-selected', 'true');
    await desk.worklist.search(title);
    await desk.worklist.row(title, task).getByRole('link').first().click();
    await desk.task.expectShown(task);
    await desk.task.claim();
    return { desk, form: new QuestionnaireForm(desk.page) };
  }

  const summary = async (page: Page): Promise<void> => {
    await page.goto(cycle);
    await page.getByRole('tab', { name: 'Свод', exact: true }).click();
  };

  test('7 the methodist describes the cycle: indicators of Table 1, 18 respondents; the head approves it', async () => {
    const { page } = await office.at('methodist');
    const passport = new PassportForm(page);
    await passport.start();
    const name = (new URL(page.url()).pathname.split('/').at(-1) ?? '').split('~')[0] ?? '';
    cycle = `/process-instances/${name}`;
    await passport.fill({
      title, year: 2026, from: '01.09.2025', to: '31.08.2026', deadline: await office.date(14), respondents: DISTRICTS.map((district) => `ММС «${district}»`),
      indicators: [
        { code: '2', name: SCHOOL, type: 'Доля (числитель и знаменатель)', direction: 'Школа молодого педагога', base: 'образовательных организаций муниципалитета', evidence: true },
        { code: '3', name: SMALL, type: 'Доля (числитель и знаменатель)', direction: 'Наставничество', base: 'образовательных организаций муниципалитета', complements: '2' },
        { code: '4', name: GROUPS, type: 'Диапазон', direction: 'Сетевые сообщества' },
      ],
    });
    await passport.send();
    const head = await office.at('head');
    await head.worklist.openTask(title, 'Утвердить паспорт мониторинга', 'Можно взять');
    await head.task.claim();
    await head.task.complete('Утвердить', { dialog: true });
  });

  test('7 eighteen tasks are there at once, and the map begins with nobody', async () => {
    const { page } = await office.at('methodist');
    await expect(async () => {
      await summary(page);
      await expect(page.getByText('Сдано 0 из 18')).toBeVisible({ timeout: 3000 });
    }).toPass();
    await expect(page.getByRole('list', { name: 'Кто сдал' }).getByRole('listitem')).toHaveCount(18);
  });

  test('7 a person of one municipality cannot open the answer of another, and the journal of access has the line', async () => {
    const mine = await openAnswer('district1');
    const address = mine.desk.page.url();
    const { page } = await office.at('district2');
    const id = (new URL(address).pathname.split('/').at(-1) ?? '').replaceAll('~', '.');
    expect((await page.request.get(`/api/v1/tasks/${id}`)).status()).toBe(404);
    await page.goto(address);
    await expect(page.getByRole('main')).not.toContainText(SCHOOL);
    const { page: admin } = await office.at('admin');
    await admin.goto('/audit');
    await expect(admin.getByRole('main')).toContainText('Белоусова');
  });

  test('8 impossible numbers are told at the field, in the words of the office, and by the API alike', async () => {
    const desk = await office.at('district1');
    const form = new QuestionnaireForm(desk.page);
    await form.share(SCHOOL, 20, 18);
    await form.range(GROUPS, 28, 3);
    await form.share(SMALL, 1, 0);
    await desk.task.outcome('Передать руководителю').click();
    await expect(form.card(SCHOOL)).toContainText('Числитель больше знаменателя');
    await expect(form.card(GROUPS)).toContainText('Минимум больше максимума');
    await expect(form.card(SMALL)).toContainText('Знаменатель должен быть больше нуля');
    await form.share(SCHOOL, 10, 10);
    await expect(form.card(SCHOOL)).toContainText('100 % указывают с подтверждением');
    await form.share(SCHOOL, 86, 100);
    await form.share(SMALL, 14, 102);
    await expect(form.card(SMALL).or(form.card(SCHOOL)).filter({ hasText: 'Взаимодополняющие показатели имеют разную базу' }).first()).toBeVisible();

    const id = (new URL(desk.page.url()).pathname.split('/').at(-1) ?? '').replaceAll('~', '.');
    const task = (await (await desk.page.request.get(`/api/v1/tasks/${id}`)).json()) as { data: { items: Record<string, unknown>[] } };
    const items = task.data.items.map((item, i) => (i === 0 ? { ...item, numerator: 20, denominator: 18 } : { ...item, notApplicable: true }));
    const answer = await desk.page.request.post(`/api/v1/tasks/${id}/complete`, { data: { outcome: 'sent', data: { ...task.data, items } }, headers: { ...(await csrf(desk.page)), 'idempotency-key': crypto.randomUUID() } });
    expect(answer.status()).toBe(422);
    expect(await answer.text()).toContain('Числитель больше знаменателя');
  });

  test('8 what was typed is there after the page is loaded again', async () => {
    const desk = await office.at('district1');
    const form = new QuestionnaireForm(desk.page);
    await expect(desk.page.getByText(/^Сохранено в/)).toBeVisible();
    await desk.page.reload();
    await expect(form.box(SCHOOL, 'Числитель')).toHaveValue('86');
  });

  test('7 two municipalities answer, their heads confirm, the methodist accepts: the map counts them', async () => {
    for (const { login, share } of IN_TIME) {
      if (login !== 'district1') await openAnswer(login);
      await answer(login, share);
    }
    const { page } = await office.at('methodist');
    await summary(page);
    await expect(page.getByText('Сдано 2 из 18')).toBeVisible();
  });

  test('10 a working day after the deadline the head of a silent municipality is told, and may answer; two days later the head of the office', async () => {
    // The deadline is fourteen calendar days ahead: ten working days of these weeks, whichever they are, and the day after.
    await office.moveClock(11);
    const late = await office.at('district3-head');
    await late.bell.open();
    await expect(late.bell.notices('Просрочено у сотрудника', 'Заполнить анкету', title).first()).toBeVisible();
    await late.bell.close();
    await late.worklist.expectTask(title, 'Заполнить анкету', 'Можно взять');
    await office.moveClock(3);
    const head = await office.at('head');
    await head.bell.open();
    await expect(head.bell.notices('Просрочено у сотрудника', 'Заполнить анкету', title).first()).toBeVisible();
    await head.bell.close();
  });

  test('10 what comes after the deadline is accepted as late', async () => {
    await openAnswer(LATE.login);
    await answer(LATE.login, LATE.share);
    const { page } = await office.at('methodist');
    await summary(page);
    await expect(page.getByText('Сдано 3 из 18')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Кто сдал' }).getByRole('listitem').filter({ hasText: '«Горный»' })).toContainText('Принята с опозданием');
  });

  test('9 the head closes the collection without the absent ones, and the share is 10 of 15, 66,7 %, not the mean of the per cents', async () => {
    const head = await office.at('head');
    await head.worklist.openTask(title, 'Ждать или закрыть сбор', 'Можно взять');
    await head.task.claim();
    await expect(head.page.getByRole('main')).toContainText('Утёсовский');
    await head.task.complete('Закрыть без них', { remark: 'Сводим то, что сдано: остальные не ответили и после напоминаний' });
    const { page } = await office.at('methodist');
    await expect(async () => {
      await summary(page);
      await expect(page.getByRole('row', { name: SCHOOL })).toContainText('10 из 15', { timeout: 3000 });
    }).toPass();
    await expect(page.getByRole('row', { name: SCHOOL })).toContainText('66,7 %');
    await expect(page.getByRole('main')).not.toContainText('46,7');
  });

  test('9 the figure opens the three answers behind it, and the file keeps numerator and denominator', async () => {
    const { page } = await office.at('methodist');
    await page.getByRole('button', { name: new RegExp(`^Ответы: ${SCHOOL}`) }).click();
    const dialog = page.getByRole('dialog');
    for (const { share: [numerator, denominator] } of [...IN_TIME, LATE]) await expect(dialog.getByRole('row').filter({ hasText: `${numerator} из ${denominator}` })).toHaveCount(1);
    await dialog.getByRole('button', { name: 'Закрыть' }).click();
    const loading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Скачать CSV' }).click();
    const file = await (await loading).path();
    expect(readFileSync(file, 'utf8')).toMatch(/;10;15;"?66,7/u);
  });

  test('10 «Открыть для исправления» wants a reason; the corrected answer makes version 2, and version 1 stays', async () => {
    const { page, task } = await office.at('methodist');
    await page.goto(cycle);
    await task.action('Открыть для исправления').click();
    const respondents = task.dialog.getByRole('combobox', { name: 'Чьи ответы открыть' });
    await respondents.fill('Берёзовский');
    await page.getByRole('option', { name: 'ММС «Берёзовский»' }).first().click();
    await task.dialog.getByRole('textbox', { name: 'Исправить до' }).fill(await office.date(5));
    await task.confirm('Открыть для исправления');
    await expect(task.dialog).toContainText('Заполните поле');
    await task.dialog.getByRole('textbox', { name: 'Причина' }).fill('Организация уточнила число школ');
    await task.confirm('Открыть для исправления');
    await expect(task.dialog).toBeHidden();

    const { desk, form } = await openAnswer('district1');
    await expect(form.box(SCHOOL, 'Числитель')).toHaveValue('9');
    await form.share(SCHOOL, 8, 10);
    await desk.task.complete('Передать руководителю');
    await confirm('district1-head');
    await accept();
    await expect(async () => {
      await summary(page);
      await expect(page.getByRole('row', { name: SCHOOL })).toContainText('9 из 15', { timeout: 3000 });
    }).toPass();
    await expect(page.getByRole('main')).toContainText('Организация уточнила число школ');
    await page.getByRole('combobox', { name: 'Версия' }).click();
    await page.getByRole('option', { name: /^№ 1,/ }).click();
    await expect(page.getByRole('row', { name: SCHOOL })).toContainText('10 из 15');
  });

  /** Fills in the questionnaire that is open at the desk, and sees it through to its acceptance. */
  async function answer(login: string, share: readonly [number, number]): Promise<void> {
    const desk = await office.at(login);
    const form = new QuestionnaireForm(desk.page);
    await form.share(SCHOOL, ...share);
    await form.card(SMALL).getByRole('checkbox', { name: 'К нам не относится' }).check();
    await form.box(SMALL, 'Пояснение').fill('Таких организаций у нас нет');
    await form.range(GROUPS, 3, 28);
    await desk.task.complete('Передать руководителю');
    await confirm(`${login}-head`);
    await accept();
  }

  async function confirm(head: string): Promise<void> {
    const { desk } = await openAnswer(head, 'Подтвердить сведения');
    await desk.task.complete('Подтверждаю');
  }

  async function accept(): Promise<void> {
    const { desk } = await openAnswer('methodist', 'Проверить анкету');
    await desk.task.complete('Принять', { dialog: true });
  }
});

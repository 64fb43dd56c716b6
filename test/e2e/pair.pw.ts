import { expect, test } from '@playwright/test';
import { account } from './office/accounts.js';
import type { Desk } from './office/desk.js';
import { csrf } from './office/session.js';
import { useOffice } from './office/office.js';
import { PairForm } from './pages/pair-form.js';
import type { Scope } from './pages/worklist-page.js';

const REVIEW = 'Работа в паре помогла увидеть методический день целиком: от замысла и программы до разбора результатов с коллегами.';
const MENTOR = 'Пчелина Дарья Дмитриевна';

/** A pair from zero to the reference (domain §6, scenario 3), with what 2 says of a short review, 5 of a special topic and 6 of a suspension. */
test.describe.serial('a mentor–trainee pair', { tag: '@both-bases' }, () => {
  const office = useOffice();
  const topic = `Методический день ${office.run}`;

  const special = `Заявка на грант ${office.run}`;
  const question = `Как начать заявку на грант ${office.run}`;

  let pair = '';
  let season = '';
  let consultation = '';

  async function open(login: string, task: string, { subject = topic, scope = 'Мои' }: { readonly subject?: string; readonly scope?: Scope } = {}): Promise<{ desk: Desk; form: PairForm }> {
    const desk = await office.at(login);
    await desk.worklist.openTask(subject, task, scope);
    if (scope === 'Можно взять') await desk.task.claim();
    return { desk, form: new PairForm(desk.page) };
  }

  test('3 a mentor is in the registry, with what she can help with', async () => {
    const { page } = await office.at('methodist');
    const form = new PairForm(page);
    await form.begin(/^Карточка мастера/);
    await form.pick('Мастер', MENTOR);
    await form.pick('Организация', 'Школа № 2');
    await form.box('Кто и чем может помочь').fill('Учитель, проводила методические дни');
    await form.choice('Категория').selectOption({ label: 'Высшая' });
    await form.box('Стаж, лет').fill('12');
    await form.pick('Компетенции: какие дефициты помогает закрыть', 'Подготовка методического дня');
    await form.box('Сколько пар ведёт одновременно').fill('2');
    await form.page.getByRole('checkbox', { name: 'Ведёт пары', exact: true }).check();
    await form.send();
    await page.goto('/registries');
    await page.getByRole('link', { name: /^Мастера/ }).click();
    await expect(page.getByRole('main')).toContainText('Пчелина');
  });

  test('5 a topic of the special list wants an idea of one\'s own, says so, and keeps what was typed', async () => {
    const { page } = await office.at('trainee1');
    const form = new PairForm(page);
    await form.application({ topic: special, area: 'Участие в грантовых конкурсах', from: await office.date(7), to: await office.date(150) });
    await form.send();
    await expect(page.getByRole('main')).toContainText('Для этой темы опишите собственный замысел (не менее 200 символов)');
    await expect(page.getByText(/^Черновик сохранён на этом устройстве в/u)).toBeVisible();
    await page.reload();
    await expect(form.box('Тема практики')).toHaveValue(special);
    await expect(form.choice('Ваша организация')).toHaveValue(/Школа № 1/u);
  });

  test('5 without an idea the trainee asks for a group consultation, and the methodist invites to one', async () => {
    const trainee = await office.at('trainee1');
    await trainee.page.getByRole('checkbox', { name: /прошу групповую консультацию/ }).check();
    await new PairForm(trainee.page).send();
    await expect(trainee.page.getByRole('heading', { level: 1, name: special })).toBeVisible();
    await trainee.case.expectState('Групповая консультация');

    const { page, task } = await office.at('methodist');
    const form = new PairForm(page);
    await form.begin(/^Групповая консультация/);
    await form.choice('Тема').selectOption({ label: 'Участие в грантовых конкурсах' });
    await form.box('О чём').fill(question);
    // Its registration is over before the clock of scenario 6 has moved on.
    await form.box('Дата').fill(await office.date(20));
    await form.box('Где').fill('Методический центр, каб. 3');
    await form.box('Наименьшее число участников').fill('2');
    await form.send();
    await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
    consultation = new URL(page.url()).pathname;
    await open('methodist', 'Групповая консультация', { subject: special, scope: 'Можно взять' });
    await form.pick('Консультация, на которую идёт запись', question);
    await task.complete('Пригласить');
    await trainee.bell.open();
    await expect(trainee.bell.list.getByRole('link', { name: /^Вас приглашают на групповую консультацию/ }).filter({ hasText: question })).toBeVisible();
    await trainee.bell.close();
  });

  test('3 the trainee applies', async () => {
    const { page } = await office.at('trainee1');
    const form = new PairForm(page);
    const from = await office.date(7);
    const [, month, year] = from.split('.').map(Number) as [number, number, number];
    season = month >= 9 ? `${year}/${year + 1}` : `${year - 1}/${year}`;
    await form.application({ topic, area: 'Другая тема', from, to: await office.date(150) });
    await form.send();
    await expect(page.getByRole('heading', { level: 1, name: topic })).toBeVisible();
    pair = new URL(page.url()).pathname;
  });

  test('3 the methodist chooses among mentors with a score that says why', async () => {
    const { desk, form } = await open('methodist', 'Подобрать мастера', { scope: 'Можно взять' });
    await expect(desk.page.getByRole('main')).toContainText('компетенция закрывает дефицит: 50');
    await form.pick('Мастер', MENTOR);
    await form.box('Обоснование').fill('Опыт проведения методических дней');
    await desk.task.complete('Предложить пару');
  });

  test('3 both agree, the head approves', async () => {
    for (const [login, task] of [['mentor1', 'Согласие мастера'], ['trainee1', 'Согласие практиканта']] as const) {
      const { desk } = await open(login, task);
      await desk.page.getByRole('checkbox', { name: /^Согласие на обработку персональных данных/ }).check();
      await desk.task.complete('Согласен');
    }
    const { desk } = await open('head', 'Утвердить пару', { scope: 'Можно взять' });
    await desk.task.complete('Утвердить', { dialog: true });
  });

  test('3 the order on the pair is issued: its clause, signer and readers are filled in', async () => {
    const subject = 'Об утверждении пары «мастер – практикант»';
    const { desk } = await open('methodist', 'Подготовить проект', { subject });
    await expect(desk.page.getByRole('main')).toContainText(topic);
    await expect(desk.page.getByRole('list', { name: 'Кого ознакомить' })).toContainText('Пчелина');
    await desk.task.complete('На согласование', { reason: 'Положение утверждено без номера' });
    const lawyer = await open('lawyer', 'Согласовать проект', { subject, scope: 'Можно взять' });
    await lawyer.desk.task.complete('Согласовано', { dialog: true });
    const head = await open('head', 'Подписать документ', { subject, scope: 'Можно взять' });
    await head.desk.task.complete('Подписать', { password: account('head').password });
    const clerk = await open('clerk', 'Зарегистрировать документ', { subject, scope: 'Можно взять' });
    await clerk.desk.task.complete('Зарегистрировать', { dialog: true });
  });

  test('3 the mentor plans the practice', async () => {
    const { desk, form } = await open('mentor1', 'Составить план практики');
    await form.addRow('Цели', 0, { Цель: 'Подготовить методический день' });
    for (const days of [45, 60, 90]) await form.addRow('Шаги', 1, { 'Что делаем': 'Встреча и разбор материалов', Когда: await office.date(days), Результат: 'Черновик' });
    await form.box('Продукт').fill('Сценарий методического дня');
    await form.addRow('Показатели', 2, { Показатель: 'Сценарий принят советом' });
    await desk.task.complete('Отправить практиканту');
  });

  test('6 the mentor suspends the pair: without a date of resumption it is refused, with it the terms stand still', async () => {
    const trainee = await office.at('trainee1');
    await expect(await trainee.worklist.expectTask(topic, 'Подтвердить план')).toContainText('осталось 3 р. д.');
    const { page, task } = await office.at('mentor1');
    await page.goto(pair);
    await task.action('Приостановить').click();
    await task.dialog.getByRole('combobox', { name: 'Причина' }).selectOption({ label: 'Перегрузка новыми проектами' });
    await task.confirm('Приостановить');
    await expect(task.dialog).toContainText('Заполните поле');
    await task.dialog.getByRole('textbox', { name: 'Дата возобновления' }).fill(await office.date(30));
    await task.confirm('Приостановить');
    await expect(task.dialog).toBeHidden();
    await expect(page.getByRole('main').getByText('Приостановлена').first()).toBeVisible();
    await expect(await trainee.worklist.expectTask(topic, 'Подтвердить план')).not.toContainText('осталось');
  });

  test('6 on the date a reminder comes; resumed, the task has the days that it had', async () => {
    // Thirty calendar days are at most 23 working days ahead.
    await office.moveClock(23);
    const mentor = await office.at('mentor1');
    await mentor.bell.open();
    await expect(mentor.bell.notices('Напоминание о сроке', 'Возобновить работу пары', topic).first()).toBeVisible();
    await mentor.bell.close();
    const { desk } = await open('mentor1', 'Возобновить работу пары');
    await desk.task.complete('Возобновить');
    await expect(async () => {
      await expect(await (await office.at('trainee1')).worklist.expectTask(topic, 'Подтвердить план')).toContainText('осталось 3 р. д.', { timeout: 3000 });
    }).toPass();
  });

  test('5 to the consultation nobody came: «Отменено: нет участников», and the registry of the season has it', async () => {
    const { page, case: screen } = await office.at('methodist');
    await page.goto(consultation);
    await screen.expectState('Отменено: нет участников');
    await page.goto('/registries');
    await page.getByRole('link', { name: /^Групповые консультации/ }).click();
    await expect(page.getByRole('row').filter({ hasText: question })).toContainText('Отменено: нет участников');
  });

  test('3 the trainee confirms the plan, the lead accepts it', async () => {
    const { desk } = await open('trainee1', 'Подтвердить план');
    await desk.task.complete('Подтверждаю');
    const lead = await open('methodist', 'Проверить план', { scope: 'Можно взять' });
    await lead.desk.task.complete('Принять план');
  });

  test('3 three meetings, and the practice is over', async () => {
    const desk = await office.at('mentor1');
    const form = new PairForm(desk.page);
    const begin = async (part: string): Promise<void> => {
      await desk.page.goto(pair);
      await desk.task.action(part).click();
      await desk.task.confirm(part);
      await expect(desk.task.dialog).toBeHidden();
      await open('mentor1', part);
    };
    for (let n = 1; n <= 3; n += 1) {
      await begin('Встреча');
      await form.choice('Вид').selectOption({ label: 'Встреча' });
      await form.box('Минут').fill('90');
      await form.box('О чём').fill('Сценарий методического дня');
      await form.box('Что сделано').fill(`Разобрали черновик ${n}`);
      await desk.task.complete('Записать встречу');
    }
    await begin('Завершить практику');
    await form.box('Что получилось').fill('Сценарий готов');
    await desk.task.complete('Перейти к продукту и оценке');
  });

  test('3 the mentor states the product and gives the evaluation', async () => {
    const { desk, form } = await open('mentor1', 'Продукт и оценка');
    await form.box('Название продукта').fill('Сценарий методического дня');
    await form.box('Или ссылка').fill('https://example.org/scenario');
    await desk.page.getByRole('radio', { name: 'Достигнут полностью' }).check();
    await form.box('Балл, 1–5').fill('5');
    await desk.task.complete('Отправить оценку');
  });

  test('2 a review of twenty characters is refused at its field and by the API in the same words, and stays', async () => {
    const { desk, form } = await open('trainee1', 'Отзыв практиканта');
    await form.box('Текст отзыва').fill('Было очень полезно!!');
    await form.box('Полезность, 1–5').fill('5');
    await desk.page.getByRole('radio', { name: 'Да' }).check();
    await desk.task.outcome('Отправить').click();
    await expect(desk.page.getByRole('tabpanel')).toContainText('Минимум 100 символов');
    await expect(form.box('Текст отзыва')).toHaveValue('Было очень полезно!!');
    const id = (new URL(desk.page.url()).pathname.split('/').at(-1) ?? '').replaceAll('~', '.');
    const answer = await desk.page.request.post(`/api/v1/tasks/${id}/complete`, { data: { outcome: 'sent', data: { text: 'Было очень полезно!!', useful: 5, publishConsent: true } }, headers: { ...(await csrf(desk.page)), 'idempotency-key': crypto.randomUUID() } });
    expect(answer.status()).toBe(422);
    expect(await answer.text()).toContain('Минимум 100 символов');
    await form.box('Текст отзыва').fill(REVIEW);
    await desk.task.complete('Отправить');
  });

  test('3 the mentor reviews too, the methodist publishes both', async () => {
    const { desk, form } = await open('mentor1', 'Отзыв мастера');
    await form.box('Текст отзыва').fill(REVIEW);
    await form.box('Полезность, 1–5').fill('4');
    await desk.page.getByRole('radio', { name: 'Да' }).check();
    await desk.task.complete('Отправить');
    for (const task of ['Проверить отзыв мастера', 'Проверить отзыв практиканта']) {
      const moderation = await open('methodist', task, { scope: 'Можно взять' });
      await moderation.desk.task.complete('Опубликовать');
    }
  });

  test('3 certificate and reference are signed and registered, with numbers of their own', async () => {
    for (const document of ['Сертификат мастера', 'Справка практиканта']) {
      const head = await open('head', `${document}: подписать`, { scope: 'Можно взять' });
      await head.desk.task.complete('Подписать', { password: account('head').password });
      const clerk = await open('clerk', `${document}: зарегистрировать`, { scope: 'Можно взять' });
      await clerk.desk.task.complete('Зарегистрировать', { dialog: true });
    }
    const { page } = await office.at('methodist');
    await expect(async () => {
      await page.goto(pair);
      await expect(page.getByRole('main').getByText('Завершена', { exact: true }).first()).toBeVisible({ timeout: 3000 });
    }).toPass();
    await page.goto('/registries');
    await page.getByRole('link', { name: /^Пары/ }).click();
    await expect(page.getByRole('row').filter({ hasText: topic })).toContainText('Завершена');
  });

  test('3 the Book of reviews has both, with the names of those who agreed to be named', async () => {
    const { page, case: screen, document } = await office.at('methodist');
    const form = new PairForm(page);
    await form.begin(/^Книга отзывов/);
    await form.box(/^Сезон/).fill(season);
    await form.send();
    await expect(page.getByRole('heading', { level: 1, name: `Книга отзывов ${season}` })).toBeVisible();
    await screen.expectState('Готова');
    await screen.openTab('Документ');
    const book = await document.pdfText();
    // The base may hold reviews of other pairs too; those of this one stand under its topic, each with its author.
    for (const author of [MENTOR, account('trainee1').name]) expect(book).toMatch(new RegExp(`${topic} ${author}, (?:мастер|практикант), [^;]*; полезность [45] из 5 ${REVIEW}`, 'u'));
  });
});

import { expect, test } from '@playwright/test';
import { account } from './office/accounts.js';
import type { Desk } from './office/desk.js';
import { useOffice } from './office/office.js';
import { PairForm } from './pages/pair-form.js';
import type { Scope } from './pages/worklist-page.js';

const MENTOR = 'Пчелина Дарья Дмитриевна';

/** A pair from the application to the order on it (domain §6, scenario 3, with what 5 asks of a special topic). */
test.describe.serial('a mentor–trainee pair', () => {
  const office = useOffice();
  const topic = `Методический день ${office.run}`;

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

  test('5 a topic of the special list wants an idea of one\'s own; without one a group consultation may be asked for', async () => {
    const { page } = await office.at('trainee1');
    const form = new PairForm(page);
    await form.application({ topic, area: 'Участие в грантовых конкурсах', from: await office.date(7), to: await office.date(150) });
    await form.send();
    await expect(page.getByRole('main')).toContainText('Для этой темы опишите собственный замысел (не менее 200 символов)');
    await expect(form.box('Тема практики')).toHaveValue(topic);
    await expect(page.getByRole('checkbox', { name: /прошу групповую консультацию/ })).toBeVisible();
  });

  test('3 the trainee applies', async () => {
    const { page } = await office.at('trainee1');
    const form = new PairForm(page);
    await form.choice('Направление').selectOption({ label: 'Другая тема' });
    await form.send();
    await expect(page.getByRole('heading', { level: 1, name: topic })).toBeVisible();
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
});

import { expect } from '@playwright/test';
import { account } from '../office/accounts.js';
import type { Desk } from '../office/desk.js';
import type { Office } from '../office/office.js';
import { PairForm } from './pair-form.js';
import type { Scope } from './worklist-page.js';

export interface PairPeople { readonly topic: string; readonly trainee: string; readonly mentor: string; readonly mentorName: string }

/** Two pairs and more by the panel alone, every task by the one whose it is: for a base that holds no season yet. */
export class PairsOfASeason {
  constructor(private readonly office: Office) {}

  async open(login: string, task: string, subject: string, scope: Scope = 'Мои'): Promise<{ readonly desk: Desk; readonly form: PairForm }> {
    const desk = await this.office.at(login);
    // A task that is made while the list is being opened may be missed by it: one opens the list again.
    await expect(async () => {
      await desk.worklist.open(scope);
      await desk.worklist.search(subject);
      await desk.worklist.row(subject, task).getByRole('link', { name: subject }).click({ timeout: 8000 });
      await desk.page.waitForURL(/\/tasks\/./u, { timeout: 5000 });
    }).toPass();
    await desk.task.expectShown(task);
    if (scope === 'Можно взять') await desk.task.claim();
    return { desk, form: new PairForm(desk.page) };
  }

  /** From the application to the head's approval; the pair then waits for the common order. */
  async approved({ topic, trainee, mentor, mentorName }: PairPeople): Promise<void> {
    const { page } = await this.office.at(trainee);
    const application = new PairForm(page);
    await application.application({ topic, area: 'Другая тема', from: await this.office.date(1), to: await this.office.date(150) });
    await application.send();
    await expect(page.getByRole('heading', { level: 1, name: topic })).toBeVisible();
    const { desk, form } = await this.open('methodist', 'Подобрать мастера', topic, 'Можно взять');
    await form.pick('Мастер', mentorName);
    await form.box('Обоснование').fill('Мастер уже вёл эту тему');
    await desk.page.getByRole('checkbox', { name: /^Включить в общий приказ/ }).check();
    await desk.task.complete('Предложить пару');
    for (const [login, task] of [[mentor, 'Согласие мастера'], [trainee, 'Согласие практиканта']] as const) {
      const consent = await this.open(login, task, topic);
      await consent.desk.page.getByRole('checkbox', { name: /^Согласие на обработку персональных данных/ }).check();
      await consent.desk.task.complete('Согласен');
    }
    const head = await this.open('head', 'Утвердить пару', topic, 'Можно взять');
    await head.desk.task.complete('Утвердить', { dialog: true });
  }

  /** One order for all pairs that wait. */
  async ordered(): Promise<void> {
    const subject = 'Об утверждении пар «мастер – практикант»';
    const form = new PairForm((await this.office.at('methodist')).page);
    await form.begin(/^Общий приказ по парам сезона/);
    await form.send();
    const draft = await this.open('methodist', 'Подготовить проект', subject);
    await expect(draft.desk.page.getByRole('region', { name: 'Проверка' })).toContainText('Основание без даты');
    await draft.desk.task.complete('На согласование', { reason: 'Положение утверждено без номера' });
    const lawyer = await this.open('lawyer', 'Согласовать проект', subject, 'Можно взять');
    await lawyer.desk.task.complete('Согласовано', { dialog: true });
    const head = await this.open('head', 'Подписать документ', subject, 'Можно взять');
    await head.desk.task.complete('Подписать', { password: account('head').password });
    const clerk = await this.open('clerk', 'Зарегистрировать документ', subject, 'Можно взять');
    await clerk.desk.task.complete('Зарегистрировать', { dialog: true });
  }

  /** The plan is drafted, confirmed and accepted: the practice may begin. */
  async planned({ topic, trainee, mentor }: PairPeople): Promise<void> {
    const { desk, form } = await this.open(mentor, 'Составить план практики', topic);
    await form.addRow('Цели', 0, { Цель: 'Освоить тему' });
    for (const days of [45, 60, 90]) await form.addRow('Шаги', 1, { 'Что делаем': 'Встреча и разбор', Когда: await this.office.date(days), Результат: 'Черновик' });
    await form.box('Продукт').fill('Сценарий занятия');
    await form.addRow('Показатели', 2, { Показатель: 'Сценарий принят советом' });
    await desk.task.complete('Отправить практиканту');
    await (await this.open(trainee, 'Подтвердить план', topic)).desk.task.complete('Подтверждаю');
    await (await this.open('methodist', 'Проверить план', topic, 'Можно взять')).desk.task.complete('Принять план');
  }

  async met({ topic, mentor }: PairPeople): Promise<void> {
    const desk = await this.office.at(mentor);
    await desk.case.open(topic);
    await desk.task.action('Встреча').click();
    await desk.task.confirm('Встреча');
    await expect(desk.task.dialog).toBeHidden();
    const { form } = await this.open(mentor, 'Встреча', topic);
    await form.choice('Вид').selectOption({ label: 'Встреча' });
    await form.box('Минут').fill('90');
    await form.box('О чём').fill('Сценарий занятия');
    await form.box('Что сделано').fill('Разобрали черновик');
    await desk.task.complete('Записать встречу');
  }
}

import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { account } from './office/accounts.js';
import { isoDate } from './office/business-date.js';
import { businessTime } from './office/clock.js';
import type { Desk } from './office/desk.js';
import { useOffice } from './office/office.js';
import { LeaveForm } from './pages/leave-form.js';
import type { Scope } from './pages/worklist-page.js';

const run = promisify(execFile);

/** The words of a Word file, as Word would show them: a valid archive, its main part without markup. */
async function wordsOf(docx: string): Promise<string> {
  await run('unzip', ['-tqq', docx]);
  const { stdout } = await run('unzip', ['-p', docx, 'word/document.xml'], { maxBuffer: 20_000_000 });
  return stdout.replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/gu, '').replaceAll(/[^\S\n]+/gu, ' ');
}

/** A package that is data alone: written last, it touched no code. */
test.describe.serial('leave request', { tag: '@both-bases' }, () => {
  const office = useOffice();
  const subject = 'Отпуск без сохранения заработной платы';
  const reason = `Семейные обстоятельства ${office.run}`;
  let instance = '';

  /** Every unpaid leave is called the same: the row is told by the case that its link leads to. */
  const rowOf = (page: Page): Locator => page.getByRole('main').getByRole('row').filter({ has: page.locator(`a[href*="${instance}"]`) });
  async function open(login: string, task: string, scope: Scope = 'Мои'): Promise<Desk> {
    const desk = await office.at(login);
    await desk.worklist.open(scope);
    await desk.worklist.search(subject);
    await rowOf(desk.page).filter({ hasText: task }).getByRole('link', { name: subject }).click();
    await desk.task.expectShown(task);
    return desk;
  }

  test('the form asks for a reason of an unpaid leave alone, counts the days and takes no stand-in for oneself', async () => {
    const { page, task } = await office.at('methodist');
    const form = new LeaveForm(page);
    await form.start();
    instance = /tasks\/([0-9a-f-]{36})/u.exec(page.url())?.[1] ?? '';
    await form.kind('Ежегодный').check();
    await expect(form.reason).toHaveCount(0);
    await form.kind('Без сохранения').check();
    await form.reason.fill(reason);
    await form.begins.fill(await office.date(21));
    await form.ends.fill(await office.date(34));
    await expect(page.getByRole('main')).toContainText(/Календарных дней\s*14/);
    await form.chooseSubstitute('Вьюгина');
    await task.outcome('Подготовить заявление').click();
    await task.expectDone();
  });

  test('the applicant reads the paper as it will be, and signs it with the password', async () => {
    const { task, page } = await open('methodist', 'Подписать заявление');
    await expect(page.getByRole('link', { name: /^DOCX/ }).first()).toBeVisible();
    await task.complete('Подписать и отправить', { password: account('methodist').password });
  });

  test('the head is on leave: whoever stands in decides within three working days', async () => {
    const head = await office.at('head');
    const today = await businessTime((await office.at('admin')).page);
    await head.substitutions.add({ absent: 'Берёзкина', substitute: 'Ключников', from: isoDate(today), to: isoDate(today, 10), basis: 'приказ № 44-лс' });
    const { task, page } = await open('deputy', 'Рассмотреть заявление на отпуск', 'Можно взять');
    await expect(page.getByRole('main')).toContainText('за: Берёзкина');
    await expect(page.getByRole('main')).toContainText('осталось 3 р. д.');
    await page.getByRole('button', { name: /^Почему у меня/ }).click();
    await expect(page.getByText(/^Срок — .* в 18:00: 3 р\. д\. по производственному календарю\.$/)).toBeVisible();
    await expect(page.getByText('Не может (правило «четырёх глаз»): Лугова Мария Денисовна.')).toBeVisible();
    await task.claim();
    await task.complete('Не возражаю', { dialog: true });
    await head.substitutions.endFor('Берёзкина');
  });

  test('the stand-in agrees, a clerk registers it', async () => {
    const standIn = await open('specialist', 'Согласиться на замещение');
    await standIn.task.complete('Согласен замещать');
    const clerk = await open('clerk', 'Зарегистрировать заявление', 'Можно взять');
    await clerk.task.claim();
    await clerk.task.complete('Зарегистрировать', { dialog: true });
  });

  test('the applicant is told the number; the Word file has the names, the days and both decisions', async () => {
    const { task, document, page } = await open('methodist', 'Ознакомиться с решением');
    await expect(page.getByRole('main')).toContainText(/№ \d+-о/);
    await expect(document.file('DOCX').first()).toBeVisible();
    const folder = await mkdtemp(path.join(tmpdir(), 'leave-'));
    try {
      const docx = path.join(folder, 'leave.docx');
      await copyFile(await document.download('DOCX'), docx);
      const words = await wordsOf(docx);
      for (const expected of ['Начальнику отдела образования', 'О. П. Берёзкиной', 'Луговой Марии Денисовны', 'ЗАЯВЛЕНИЕ', 'продолжительностью 14 календарных дней', `Причина: ${reason}`, 'Вьюгина Наталья Викторовна', 'простой электронной подписью: М. Д. Лугова', 'А. С. Ключников']) {
        expect(words).toContain(expected);
      }
      expect(words).toMatch(/Регистрационный номер: \d+-о/);
      expect(words).not.toMatch(/[{}]|undefined|person:/);
    } finally {
      await rm(folder, { recursive: true });
    }
    await task.complete('Ознакомлен(а)');
  });
});

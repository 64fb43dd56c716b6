import { expect, test } from '@playwright/test';
import { account } from './office/accounts.js';
import { draft, register, sendForApproval, sign } from './office/journey.js';
import { useOffice } from './office/office.js';
import { csrf } from './office/session.js';

/** Rights, audit and hostile text. Masked fields, consent and the purpose of an export come with the registries of people. */
test.describe.serial('scenario 20: rights, audit, hostile text', () => {
  const office = useOffice();
  const title = `О правах <script>window.broken = true</script><img src=x onerror="window.broken=true"> '; DROP TABLE tasks; -- ${office.run}`;
  const preamble = `В целях проверки <b>разметки</b> & "кавычек" </w:t> %s ${office.run} приказываю:`;
  let visa = '';

  test('20 a methodist who opens the lawyer\'s task of the own order may look; to approve it there is nothing to press', async () => {
    await draft(office, 'methodist', { title, preamble, visas: ['Дубровин'], acquaint: ['Травина'], clauses: [{ type: 'Контроль', text: 'Контроль за исполнением приказа оставляю за собой.', controller: 'Берёзкина' }] });
    await sendForApproval(office, 'methodist');
    const lawyer = await office.at('lawyer');
    await lawyer.worklist.openTask(title, 'Согласовать проект');
    visa = new URL(lawyer.page.url()).pathname;
    const { page } = await office.at('methodist');
    await page.goto(visa);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('выполняет её другой человек');
    await expect(page.getByRole('button', { name: /^Почему не у меня\. Недостаточно прав/ })).toBeVisible();
    await expect(page.getByRole('group', { name: 'Решение по задаче' })).toHaveCount(0);
  });

  test('20 the same by a request of her own is answered «Недостаточно прав», and changes nothing', async () => {
    const { page } = await office.at('methodist');
    const answer = await page.request.post(`/api/v1${visa.replaceAll('~', '.')}/complete`, { headers: await csrf(page), data: { outcome: 'approved' } });
    expect(answer.status()).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'forbidden', title: 'Недостаточно прав' });
    await (await office.at('lawyer')).worklist.expectTask(title, 'Согласовать проект');
  });

  test('20 a stranger at the same address learns nothing: neither the title nor that there is such a task', async () => {
    const { page } = await office.at('school1');
    for (const address of [visa, '/tasks/00000000-0000-4000-8000-000000000000~1']) {
      await page.goto(address);
      await expect(page.getByRole('main').getByRole('alert')).toContainText('Такой записи нет, или она вам недоступна');
      await expect(page.locator('body')).not.toContainText(office.run);
    }
    const answer = await page.request.post(`/api/v1${visa.replaceAll('~', '.')}/complete`, { headers: await csrf(page), data: { outcome: 'approved' } });
    expect(answer.status()).toBe(404);
    expect(await answer.text()).not.toContain(office.run);
    await page.goto('/audit');
    await expect(page.getByRole('main')).toContainText('Недостаточно прав');
    await expect(page.getByRole('main')).not.toContainText(account('methodist').name);
  });

  test('20 markup and SQL in a title are printed as they were typed: lists, page, journal, PDF', async () => {
    const lawyer = await office.at('lawyer');
    await lawyer.worklist.openTask(title, 'Согласовать проект');
    await lawyer.task.complete('Согласовано', { dialog: true });
    await sign(office, 'head', title);
    await register(office, 'clerk', title);
    const { document, journal, page } = await office.at('clerk');
    await document.open(title);
    await expect(document.sheet).toContainText(title);
    await expect(document.sheet).toContainText(preamble);
    const letters = (text: string): string => text.replaceAll(/\s/gu, '').replaceAll('\u2011', '-');
    const pdf = letters(await document.pdfText());
    expect(pdf).toContain(letters(title));
    expect(pdf).toContain(letters(preamble));
    await journal.open('Приказы по основной деятельности');
    await expect(page.getByRole('row').filter({ hasText: title })).toBeVisible();
    for (const login of ['methodist', 'lawyer', 'head', 'clerk']) {
      const desk = await office.at(login);
      expect(await desk.page.evaluate(() => 'broken' in globalThis)).toBe(false);
      await expect(desk.page.locator('img[src="x"]')).toHaveCount(0);
    }
  });

  test('20 «Журнал действий» says who was refused, and when; only to an administrator', async () => {
    const { page } = await office.at('admin');
    await page.goto('/tasks');
    await page.getByRole('link', { name: 'Журнал действий' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Журнал действий' })).toBeVisible();
    for (const login of ['methodist', 'school1']) {
      const row = page.getByRole('row').filter({ hasText: 'Отказ в доступе' }).filter({ hasText: account(login).name }).first();
      await expect(row).toContainText(/\d{2}\.\d{2}\.\d{4}, \d{2}:\d{2}/);
    }
    await expect((await office.at('methodist')).page.getByRole('link', { name: 'Журнал действий' })).toHaveCount(0);
  });
});

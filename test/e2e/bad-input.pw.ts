import { expect, test, type Page } from '@playwright/test';
import { account } from './office/accounts.js';
import { csrf } from './office/session.js';
import { approve, draft, sendForApproval, sign } from './office/journey.js';
import { useOffice } from './office/office.js';
import { LeaveForm } from './pages/leave-form.js';

const plain = [{ type: 'Контроль', text: 'Контроль за исполнением приказа оставляю за собой.', controller: 'Берёзкина' }] as const;

/** What the issue says of bad input, as a person at a browser meets it. */
test.describe.serial('bad input in the panel', () => {
  const office = useOffice();
  const title = `О проверке готовности ${office.run}`;

  test('a second decision on one task is told who decided and when; the remark that was typed stays', async () => {
    await draft(office, 'methodist', { title, acquaint: ['Травина'], visas: ['Дубровин'], clauses: plain });
    await sendForApproval(office, 'methodist');
    const second = await office.newDesk('lawyer');
    await second.worklist.openTask(title, 'Согласовать проект');
    await second.task.choose('Не согласовано', { remark: 'Укажите срок проверки и ответственного.' });
    await approve(office, 'lawyer', title);
    await second.task.confirm('Не согласовано');
    const notice = second.page.getByRole('alert').filter({ hasText: 'Задачу выполнил(а) Дубровин Пётр Алексеевич' });
    await expect(notice).toContainText(/\d{1,2}:\d{2}/);
    await expect(notice).toContainText('Укажите срок проверки и ответственного.');
    await expect(second.task.outcome('Не согласовано')).toHaveCount(0);
    await second.context.close();
  });

  test('the same over a form: what was typed into it can still be read and copied', async () => {
    await sign(office, 'head', title);
    const first = await office.at('clerk');
    const second = await office.newDesk('clerk');
    // What is pressed before the form can be asked would go nowhere: it cannot be pressed.
    let arrive: () => void = () => undefined;
    const onTheWay = new Promise<void>((resolve) => { arrive = resolve; });
    await second.page.route('**/validator.js', async (route) => {
      await onTheWay;
      await route.continue();
    });
    await second.worklist.openTask(title, 'Зарегистрировать документ', 'Можно взять');
    await second.task.claim();
    await expect(second.task.outcome('Зарегистрировать')).toBeDisabled();
    arrive();
    await second.page.getByRole('checkbox', { name: 'Регистрация с литерой' }).check();
    await second.page.getByRole('textbox', { name: 'К номеру' }).fill('1');
    await second.page.getByRole('combobox', { name: 'Литера' }).selectOption('а');
    await second.page.getByRole('textbox', { name: 'Причина литеры' }).fill('Издан между двумя приказами.');
    await second.task.choose('Зарегистрировать');
    await first.worklist.openTask(title, 'Зарегистрировать документ');
    await first.page.getByRole('checkbox', { name: 'Регистрация с литерой' }).uncheck();
    await first.task.complete('Зарегистрировать', { dialog: true });
    await second.task.confirm('Зарегистрировать');
    await expect(second.page.getByRole('alert').filter({ hasText: `Задачу выполнил(а) ${account('clerk').name}` })).toBeVisible();
    await expect(second.page.getByText('Издан между двумя приказами.')).toBeVisible();
    await second.context.close();
  });

  test('a session that ends while someone writes asks for the password over the page; nothing typed is lost', async () => {
    const { order, page, context } = await office.newDesk('methodist', { fresh: true });
    await order.start();
    await order.title.fill(`О порядке ${office.run}`);
    await order.expectSaved();
    expect((await page.request.delete('/api/v1/session', { headers: await csrf(page) })).status()).toBeLessThan(300);
    const typed = 'В целях упорядочения работы, о которой идёт речь, приказываю:';
    await page.getByRole('textbox', { name: 'Преамбула' }).fill(typed);
    const dialog = page.getByRole('dialog', { name: 'Войдите ещё раз' });
    await expect(dialog).toContainText('Введённое осталось на странице');
    await dialog.getByRole('textbox', { name: 'Пароль' }).fill('не тот пароль');
    await dialog.getByRole('button', { name: 'Войти' }).click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Пароль' }).fill(account('methodist').password);
    await dialog.getByRole('button', { name: 'Войти' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('textbox', { name: 'Преамбула' })).toHaveValue(typed);
    await order.expectSaved();
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Преамбула' })).toHaveValue(typed);
    await expect(order.title).toHaveValue(`О порядке ${office.run}`);
    await context.close();
  });

  test('a form that does not hold says so at its fields, goes to the first and keeps the rest; the same request gets the same words', async () => {
    const { page, task } = await office.at('methodist');
    const form = new LeaveForm(page);
    await form.start();
    await form.kind('Без сохранения').check();
    await form.ends.fill('31.12.2027');
    await task.outcome('Подготовить заявление').click();
    const wrong = page.getByRole('main').locator('[aria-invalid="true"]');
    await expect(form.begins).toHaveAttribute('aria-invalid', 'true');
    await expect(form.begins).toBeFocused();
    await expect(form.ends).toHaveValue('31.12.2027');
    const answer = await page.request.post(`/api/v1/tasks/${idOf(page)}/complete`, { headers: await csrf(page), data: { outcome: 'submit', data: { kind: 'unpaid', ends: '2027-12-31' } } });
    expect(answer.status()).toBe(422);
    const { code, errors } = (await answer.json()) as { code: string; errors: { pointer: string; message: string }[] };
    expect(code).toBe('formInvalid');
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/data/begins', '/data/reason', '/data/substitute']);
    await expect(wrong).toHaveCount(errors.length);
    const shown = new Map([['/data/begins', form.begins], ['/data/reason', form.reason], ['/data/substitute', form.substitute]]);
    for (const { pointer, message } of errors) await expect(shown.get(pointer)!).toHaveAccessibleDescription(new RegExp(message));
  });

  test('a file of the wrong kind, or too large, is refused in words at its field; the right one is taken', async () => {
    const { page } = await office.at('methodist');
    const form = new LeaveForm(page);
    await form.kind('Учебный').check();
    await form.attach({ name: 'вызов.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') });
    await expect(page.getByRole('alert').filter({ hasText: '«вызов.exe» не подходит: нужен файл PDF, JPG, PNG, DOCX' })).toBeVisible();
    await form.attach({ name: 'скан.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(21 * 1024 * 1024, '%PDF-1.4 ') });
    await expect(page.getByRole('alert').filter({ hasText: /«скан\.pdf» больше 20.МБ/ })).toBeVisible();
    await form.attach({ name: 'вызов.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF') });
    await expect(page.getByRole('link', { name: 'вызов.pdf' })).toBeVisible();
    await expect(form.ends).toHaveValue('31.12.2027');
  });

  test('two windows on one draft: other fields are merged, the same field asks which words stay', async () => {
    const first = await office.at('methodist');
    await first.page.goto('/tasks');
    await first.order.start();
    await first.order.title.fill(`О двух окнах ${office.run}`);
    await first.order.expectSaved();
    const second = await office.newDesk('methodist');
    await second.page.goto(first.page.url());
    await expect(second.order.title).toHaveValue(`О двух окнах ${office.run}`);
    await first.page.getByRole('textbox', { name: 'Преамбула' }).fill('Первое окно приказывает:');
    await first.order.expectSaved();
    await second.order.title.fill(`О втором окне ${office.run}`);
    await expect(second.page.getByRole('textbox', { name: 'Преамбула' })).toHaveValue('Первое окно приказывает:');
    await expect(second.order.title).toHaveValue(`О втором окне ${office.run}`);
    await first.order.title.fill(`О первом окне ${office.run}`);
    const dialog = first.page.getByRole('dialog', { name: 'Поле изменено в двух местах' });
    await expect(dialog).toContainText(`О первом окне ${office.run}`);
    await dialog.getByRole('radio', { name: /На другом устройстве/ }).check();
    await dialog.getByRole('button', { name: 'Оставить выбранное' }).click();
    await expect(first.order.title).toHaveValue(`О втором окне ${office.run}`);
    await first.order.expectSaved();
    await second.context.close();
  });

  test('a body over the limit, unknown fields and a broken body are refused with a code, and the draft stays as it was', async () => {
    const { page, order } = await office.at('methodist');
    const kept = await order.title.inputValue();
    const send = async (data: unknown): Promise<unknown> => {
      const answer = await page.request.put(`/api/v1/tasks/${idOf(page)}/draft`, { headers: { ...(await csrf(page)), 'content-type': 'application/json' }, data });
      expect(answer.headers()['content-type']).toContain('application/problem+json');
      return { status: answer.status(), ...((await answer.json()) as object) };
    };
    expect(await send({ data: { preamble: 'я'.repeat(600_000) } })).toMatchObject({ status: 413, code: 'tooLarge' });
    expect(await send({ data: {}, owner: 'someone' })).toMatchObject({ status: 400, code: 'bodyInvalid', errors: [{ pointer: '/owner' }] });
    expect(await send(Buffer.from('{"data":'))).toMatchObject({ status: 400, code: 'malformed' });
    await page.reload();
    await expect(order.title).toHaveValue(kept);
  });

  test('the order of all this is whole: it is registered once', async () => {
    const { document } = await office.at('clerk');
    await document.open(title);
    await expect(document.registration).toContainText('№');
  });
});

/** The task on the screen, as the surface knows it. */
const idOf = (page: Page): string => (new URL(page.url()).pathname.split('/').pop() ?? '').replaceAll('~', '.');

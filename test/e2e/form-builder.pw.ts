import { expect, test } from '@playwright/test';
import { surnameOf } from './office/accounts.js';
import { useOffice } from './office/office.js';
import { csrf } from './office/session.js';
import { FormBuilderPage } from './pages/form-builder-page.js';

const SHORT = 'Было очень полезно!!';
const REVIEW = 'Методический день получился содержательным: материалы разобраны с коллегами, и каждый унёс с собой готовый план.';

/** Scenario 2 of the domain (§6), from an empty form to the answer that the administrator reads. */
test.describe.serial('a form that an administrator makes', { tag: '@both-bases' }, () => {
  const office = useOffice();
  const title = `Отзыв ${office.run}`;

  test('2 the administrator makes it: «Формы → Новая → Отзыв», two questions, and sees it as others will', async () => {
    const { page } = await office.at('admin');
    const builder = new FormBuilderPage(page);
    await builder.begin(title);
    await builder.add('Длинный текст', 'Текст отзыва');
    await builder.box('Символов от').fill('5000');
    await expect(builder.card('Текст отзыва')).toContainText('Наименьшее больше наибольшего');
    await expect(page.getByRole('main').getByRole('button', { name: 'Опубликовать' })).toBeDisabled();
    await builder.box('Символов от').fill('100');
    await builder.box('Символов до').fill('3000');
    await builder.required.check();
    await builder.add('Шкала', 'Полезность');
    await builder.required.check();
    await expect(builder.preview.getByRole('textbox', { name: /Текст отзыва/u })).toBeVisible();
    await expect(builder.preview.getByRole('radio')).toHaveCount(5);
    // The preview judges as the task will: by the form's own validator.
    await builder.preview.getByRole('textbox', { name: /Текст отзыва/u }).fill(SHORT);
    await builder.preview.getByRole('button', { name: 'Проверить ответ' }).click();
    await expect(builder.preview).toContainText('Минимум 100 символов');
  });

  test('2 questions change places by the mouse, a deleted one comes back, and nothing is lost over a reload', async () => {
    const { page } = await office.at('admin');
    const builder = new FormBuilderPage(page);
    await builder.add('Пояснение', 'Спасибо, что отвечаете');
    await builder.card('Спасибо').getByTitle('Перетащите').dragTo(builder.card('Текст отзыва'), { targetPosition: { x: 60, y: 4 } });
    const order = page.getByRole('listitem').filter({ has: page.getByRole('button', { expanded: false }).or(page.getByRole('button', { expanded: true })) });
    await expect(order.first()).toContainText('Спасибо');
    await page.getByRole('button', { name: 'Удалить', exact: true }).click();
    await expect(builder.card('Спасибо')).toHaveCount(0);
    await page.getByRole('alert').or(page.getByRole('presentation')).getByRole('button', { name: 'Отменить' }).first().click();
    await expect(order.first()).toContainText('Спасибо');
    await builder.saved();
    await page.reload();
    await expect(builder.card('Полезность')).toBeVisible();
    await expect(order.first()).toContainText('Спасибо');
  });

  test('2 published, it is given to the methodist with a term', async () => {
    const { page } = await office.at('admin');
    const builder = new FormBuilderPage(page);
    await builder.publish(1);
    await page.getByRole('button', { name: 'Дать заполнить' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Добавить человека' }).fill(surnameOf('methodist'));
    await page.getByRole('option', { name: new RegExp(surnameOf('methodist'), 'u') }).first().click();
    await dialog.getByRole('textbox', { name: 'Срок, рабочих дней' }).fill('3');
    await dialog.getByRole('button', { name: 'Дать заполнить' }).click();
    await expect(page.getByRole('table', { name: 'Кому дана' })).toContainText('0 из 1');
  });

  test('2 the methodist sends twenty characters: refused at the field, in the same words by the API, and nothing is lost', async () => {
    const { page, worklist, task } = await office.at('methodist');
    await worklist.openTask(title, title);
    const text = page.getByRole('textbox', { name: /Текст отзыва/u });
    await text.fill(SHORT);
    await page.getByRole('radio', { name: '5' }).check();
    await task.outcome('Отправить').click();
    await expect(page.getByRole('tabpanel')).toContainText('Минимум 100 символов');
    await expect(text).toBeFocused();
    await expect(text).toHaveValue(SHORT);
    await expect(text).toHaveAccessibleDescription(/Минимум 100 символов/u);
    const id = (new URL(page.url()).pathname.split('/').at(-1) ?? '').replaceAll('~', '.');
    const answer = await page.request.post(`/api/v1/tasks/${id}/complete`, { data: { outcome: 'sent', data: { q1: SHORT, q2: 5 } }, headers: { ...(await csrf(page)), 'idempotency-key': crypto.randomUUID() } });
    expect(answer.status()).toBe(422);
    expect(await answer.text()).toContain('Минимум 100 символов');
    await text.fill(REVIEW);
    await task.complete('Отправить');
  });

  test('2 the administrator reads the answer', async () => {
    const { page } = await office.at('admin');
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole('table', { name: 'Кому дана' })).toContainText('1 из 1', { timeout: 5_000 });
    }).toPass();
    await expect(page.getByRole('table', { name: 'Ответы' })).toContainText('Методический день получился содержательным');
    await page.getByRole('button', { name: new RegExp(surnameOf('methodist'), 'u') }).click();
    await expect(page.getByRole('dialog')).toContainText(REVIEW);
    await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).click();
  });
});

test.describe.serial('a form that two people change at once', () => {
  const office = useOffice();

  test('each keeps what they wrote, and is told of the other', async () => {
    const first = await office.at('admin');
    const mine = new FormBuilderPage(first.page);
    await mine.begin(`Вдвоём ${office.run}`);
    await mine.add('Короткий текст', 'Тема');
    await mine.saved();
    const second = await office.newDesk('admin');
    const theirs = new FormBuilderPage(second.page);
    await second.page.goto(new URL(first.page.url()).pathname);
    await theirs.add('Дата', 'Когда');
    await theirs.saved();
    await mine.words.fill('Тема занятия');
    await expect(first.page.getByText(/ваши и чужие изменения соединены/u)).toBeVisible();
    await mine.saved();
    await expect(mine.card('Тема занятия')).toBeVisible();
    await expect(mine.card('Когда')).toBeVisible();
    await second.page.reload();
    await expect(theirs.card('Тема занятия')).toBeVisible();
  });
});

test.describe.serial('a form made by keyboard alone', { tag: '@both-bases' }, () => {
  const office = useOffice();

  test('questions are added, worded, ordered, made conditional and published without a mouse', async () => {
    const { page } = await office.at('admin');
    const builder = new FormBuilderPage(page);
    const press = async (...keys: readonly string[]): Promise<void> => { for (const key of keys) await page.keyboard.press(key); };
    /** Goes on with Tab until the element has the focus, as a person without a mouse does. */
    const tabTo = async (name: RegExp, backwards = false): Promise<void> => {
      for (let count = 0; count < 120; count += 1) {
        const at = await page.evaluate(() => {
          const element = document.activeElement;
          if (!(element instanceof HTMLElement)) return '';
          const labels = 'labels' in element ? [...(element as HTMLInputElement).labels ?? []].map((label) => label.textContent ?? '').join(' ') : '';
          return element.getAttribute('aria-label') ?? (labels || element.textContent || '');
        });
        if (name.test(at)) return;
        await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
      }
      throw new Error(`Tab never came to ${String(name)}`);
    };
    await page.goto('/forms');
    await expect(page.getByRole('heading', { level: 1, name: 'Формы' })).toBeVisible();
    await tabTo(/^Новая$/u);
    await press('Enter');
    await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
    await page.keyboard.type(`Клавиши ${office.run}`);
    await press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: `Клавиши ${office.run}` })).toBeVisible();

    await tabTo(/^Добавить вопрос в раздел/u);
    await press('Enter', 'Enter'); // the first of the palette: a short text
    await expect(builder.words).toBeFocused();
    await page.keyboard.type('Ваше имя');
    await tabTo(/^Добавить вопрос в раздел/u);
    await press('Enter', 'ArrowDown', 'ArrowDown', 'Enter'); // a number
    await expect(builder.words).toBeFocused();
    await page.keyboard.type('Стаж, лет');
    await tabTo(/^Показывать при условии/u);
    await press('Enter');
    await expect(builder.card('Стаж, лет')).toContainText('Выберите, с чем сравнить ответ');
    await tabTo(/^ответ|равен$/u);
    await press('Enter', 'End', 'ArrowUp', 'Enter');
    await expect(builder.card('Стаж, лет')).not.toContainText('Выберите, с чем сравнить ответ');

    await tabTo(/^2\. Стаж/u, true);
    await press('Alt+ArrowUp');
    await expect(builder.card('Стаж, лет').getByRole('button', { name: /^1\. Стаж/u })).toBeFocused();
    await press('Alt+ArrowDown');
    await expect(builder.card('Стаж, лет').getByRole('button', { name: /^2\. Стаж/u })).toBeFocused();
    await builder.saved();
    await tabTo(/^Опубликовать$/u, true);
    await press('Enter');
    await expect(page.getByRole('dialog', { name: 'Опубликовать форму?' })).toBeVisible();
    await tabTo(/^Опубликовать$/u);
    await press('Enter');
    await expect(page.getByText('Версия 1', { exact: true })).toBeVisible();
    await tabTo(/^Как выглядит|Ответы$/u);
    await press('ArrowRight', 'Enter');
    await expect(page.getByRole('textbox', { name: /Ваше имя/u })).toBeVisible();
    await expect(page.getByRole('textbox', { name: /Стаж/u })).toHaveCount(0);
    await page.getByRole('textbox', { name: /Ваше имя/u }).focus();
    await page.keyboard.type('Анна');
    await expect(page.getByRole('textbox', { name: /Стаж/u })).toBeVisible();
  });
});

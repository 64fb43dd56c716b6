import { expect, test } from '@playwright/test';
import { draft, sendForApproval, sign } from './office/journey.js';
import { useOffice } from './office/office.js';

const MAIN = 'Приказы по основной деятельности';

test.describe.serial('scenario 13: the race for a number, and the letter', { tag: '@both-bases' }, () => {
  const office = useOffice();
  const title = (which: string) => `О режиме работы ${which} ${office.run}`;
  const numberOf = (text: string | null) => Number(/№ (\d+)/u.exec(text ?? '')?.[1]);
  let first = 0;

  for (const which of ['первый', 'второй', 'литерный', 'лишний']) {
    test(`13 an order is ready for registration: ${which}`, async () => {
      await draft(office, 'methodist', { title: title(which), acquaint: ['Травина'], clauses: [{ type: 'Контроль', text: 'Контроль за исполнением приказа оставляю за собой.', controller: 'Берёзкина' }] });
      await sendForApproval(office, 'methodist');
      await sign(office, 'head', title(which));
    });
  }

  test('13 two clerks press «Зарегистрировать» together: two numbers one after another, no gap, no repeat', async () => {
    const clerks = [await office.at('clerk'), await office.at('clerk2')] as const;
    for (const [at, which] of (['первый', 'второй'] as const).entries()) {
      const { worklist, task } = clerks[at]!;
      await worklist.openTask(title(which), 'Зарегистрировать документ', 'Можно взять');
      await task.claim();
      await task.choose('Зарегистрировать');
    }
    await Promise.all(clerks.map(({ task }) => task.confirm('Зарегистрировать')));
    await Promise.all(clerks.map(({ task }) => task.expectDone()));
    const numbers: number[] = [];
    for (const which of ['первый', 'второй']) {
      await clerks[0].document.open(title(which));
      numbers.push(numberOf(await clerks[0].document.number()));
    }
    numbers.sort((one, other) => one - other);
    expect(numbers[1]).toBe(numbers[0]! + 1);
    first = numbers[0]!;
  });

  test('13 «Регистрация с литерой» is refused without a reason, done with it, and stands between the numbers', async () => {
    const { worklist, task, page, journal } = await office.at('clerk');
    await worklist.openTask(title('литерный'), 'Зарегистрировать документ', 'Можно взять');
    await task.claim();
    await page.getByRole('checkbox', { name: 'Регистрация с литерой' }).check();
    await page.getByRole('textbox', { name: 'К номеру' }).fill(String(first));
    await page.getByRole('combobox', { name: 'Литера' }).selectOption('а');
    await task.outcome('Зарегистрировать').click();
    await expect(page.getByRole('textbox', { name: 'Причина литеры' })).toHaveAttribute('aria-invalid', 'true');
    await page.getByRole('textbox', { name: 'Причина литеры' }).fill('Издан между двумя приказами того же дня.');
    await task.complete('Зарегистрировать', { dialog: true });
    await journal.open(MAIN);
    const numbers = await journal.numbers();
    const at = numbers.indexOf(String(first));
    expect(numbers.slice(at, at + 3)).toEqual([String(first), `${first}а`, String(first + 1)]);
  });

  test('13 the same letter once more: «Номер занят», what was typed is kept', async () => {
    const { worklist, task, page } = await office.at('clerk2');
    await worklist.openTask(title('лишний'), 'Зарегистрировать документ', 'Можно взять');
    await task.claim();
    await page.getByRole('checkbox', { name: 'Регистрация с литерой' }).check();
    await page.getByRole('textbox', { name: 'К номеру' }).fill(String(first));
    await page.getByRole('combobox', { name: 'Литера' }).selectOption('а');
    await page.getByRole('textbox', { name: 'Причина литеры' }).fill('Ещё один приказ того же дня.');
    await task.choose('Зарегистрировать');
    await task.confirm('Зарегистрировать');
    await expect(page.getByText(/Номер.*занят/).first()).toBeVisible();
    // While the answer is being taken in the dialog does not close yet: then one presses again.
    await expect(async () => {
      await page.keyboard.press('Escape');
      await expect(task.dialog).toBeHidden({ timeout: 2000 });
    }).toPass();
    await expect(page.getByRole('textbox', { name: 'Причина литеры' })).toHaveValue('Ещё один приказ того же дня.');
  });
});

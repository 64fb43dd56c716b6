import { expect, type Page } from '@playwright/test';
import type { LivingCases } from './living-cases.js';
import { after, at, caseOf, documentOf, failing, filtered, opened, tab, taskOf, type Screen } from './screens.js';
import { settled } from './settled.js';
import { NOWHERE } from './visitor.js';

/** Whose screens they are, and which. Everybody of one person is looked at in one browser, one after another. */
export interface Tour {
  readonly login: string | null;
  /** In words, where somebody is looked at more than once. */
  readonly when?: string;
  /** What has to happen first. */
  readonly before?: (cases: LivingCases) => Promise<void>;
  readonly screens: readonly Screen[];
}

const press = (name: RegExp) => (page: Page): Promise<void> => page.getByRole('main').getByRole('button', { name }).first().click();
const dialog = (name: RegExp) => async (page: Page): Promise<void> => { await press(name)(page); await opened(page); };
const header = (name: RegExp) => async (page: Page): Promise<void> => { await page.getByRole('banner').getByRole('button', { name }).click(); await opened(page); };
const firstRow = (list: Screen, name: string): Screen => ({ name, open: async (visitor, cases) => { await list.open(visitor, cases); await visitor.page.locator('[data-row-link]').first().click(); await settled(visitor.page); } });

const inForce = caseOf('inForce', 'case in force');
const approval = taskOf('approval', 'mine', 'approval task');
const draft = taskOf('draft', 'mine', 'draft of an order');
const document = documentOf('approval', 'document with two versions');
/** The journal that has most to show. */
const journal: Screen = {
  name: 'journal',
  open: async (visitor) => {
    const { items } = await visitor.read<{ items: readonly { readonly key: string; readonly count: number }[] }>('/journals?limit=100');
    const fullest = items.toSorted((one, other) => other.count - one.count)[0];
    await visitor.goTo(`/journals/${fullest?.key ?? ''}`);
  },
};
/** The registry that has most to show. */
const registry: Screen = {
  name: 'registry',
  open: async (visitor) => {
    const { items } = await visitor.read<{ items: readonly { readonly key: string }[] }>('/registries');
    const counted = await Promise.all(items.map(async ({ key }) => ({ key, total: (await visitor.read<{ total: number }>(`/registries/${key}/records?limit=1`)).total })));
    await visitor.goTo(`/registries/${counted.toSorted((one, other) => other.total - one.total)[0]?.key ?? ''}`);
    await expect(visitor.page.locator('[data-row-link]').first()).toBeVisible();
  },
};
const searched: Screen = {
  name: 'registry: nothing found',
  open: async (visitor, cases) => { await registry.open(visitor, cases); await visitor.goTo(`${new URL(visitor.page.url()).pathname}?filter=${encodeURIComponent(JSON.stringify({ q: 'нет такой записи' }))}`); },
};
const monitoring = tab(caseOf('monitoring', 'monitoring'), 'summary');
const pair = caseOf('pair', 'pair');
/** A form that a process shows. */
const form = at('form', '/forms/leave-application');
const builder = at('form builder', '/forms/leave-application/edit');
const people = at('people', '/people');
const person = firstRow(people, 'person');

export const TOURS: readonly Tour[] = [
  {
    login: 'methodist',
    screens: [
      at('worklist', '/tasks'),
      filtered('worklist: done', '/tasks', { scope: 'done' }),
      filtered('worklist: overdue', '/tasks', { scope: 'mine', overdue: true }),
      filtered('worklist: nothing found', '/tasks', { scope: 'mine', q: 'нет такой задачи' }),
      after(at('worklist', '/tasks'), 'what may be begun', header(/Создать|Create/u)),
      after(at('worklist', '/tasks'), 'notifications', header(/Уведомления|Notifications/u)),
      after(at('worklist', '/tasks'), 'user menu', header(/Меню пользователя|User menu/u)),
      at('start of a case', '/process-instances/start/order-issuance'),
      draft,
      after(draft, 'clauses pasted', dialog(/Вставить список текстом|Paste/u)),
      caseOf('approval', 'own case in approval'),
      monitoring,
      after(monitoring, 'answers behind a figure', dialog(/^(?:Ответы|Answers)/u)),
      pair,
      at('registries', '/registries'),
      registry,
      firstRow(registry, 'record'),
      // The list remembers its conditions: this comes last.
      searched,
      at('own substitutions', '/substitutions'),
      at('change of password', '/password'),
      { name: 'wrong present password', open: async (visitor) => { const { page } = visitor; await visitor.goTo('/password'); for (const box of await page.locator('input[type=password]').all()) await box.fill('wrong password'); await page.getByRole('main').locator('button[type=submit]').click(); await expect(page.getByRole('alert')).toContainText(/неверен|wrong/u); } },
      failing(at('', '/incidents'), 'no rights', '**/api/v1/incidents*', 403),
      at('no such case', '/process-instances/00000000-0000-4000-8000-000000000000'),
      at('no such page', NOWHERE),
      failing(at('', '/documents'), 'documents that cannot be read', '**/api/v1/documents*', 500),
    ],
  },
  {
    login: 'lawyer',
    screens: [
      approval, ...(['document', 'progress', 'history', 'comments', 'files', 'diagram'] as const).map((key) => tab(approval, key)),
      after(approval, 'return with a remark', dialog(/Не согласовано|Do not approve/u)),
    ],
  },
  {
    login: 'clerk',
    screens: [
      filtered('worklist: to be taken', '/tasks', { scope: 'available' }),
      at('cases', '/process-instances'),
      filtered('cases: overdue', '/process-instances', { overdue: true }),
      filtered('cases: completed', '/process-instances', { status: 'completed' }),
      inForce, ...(['document', 'history', 'comments', 'files', 'diagram'] as const).map((key) => tab(inForce, key)),
      at('documents', '/documents'),
      documentOf('inForce', 'document in force'),
      at('journals', '/journals'),
      journal,
      taskOf('unregistered', 'available', 'task to be taken'),
    ],
  },
  {
    login: 'head',
    screens: [
      filtered('worklist: department', '/tasks', { scope: 'team' }),
      document,
      after(document, 'versions compared', press(/Сравнить|Compare/u)),
      inForce,
      after(inForce, 'case annulled', dialog(/Аннулировать|Annul/u)),
    ],
  },
  {
    login: 'admin',
    screens: [
      at('empty worklist', '/tasks'),
      after(at('', '/tasks'), 'business time', header(/Рабочая дата|Business date/u)),
      at('processes', '/process-definitions'),
      at('process', '/process-definitions/order-issuance'),
      after(at('', '/process-definitions/order-issuance'), 'process as a list', press(/Список шагов|List of steps|Steps/u)),
      at('versions', '/process-definitions/order-issuance/compare'),
      at('forms', '/forms'),
      after(at('forms', '/forms'), 'new form', dialog(/^(?:Новая|New)$/u)),
      form,
      ...[/Как выглядит|How it looks/u, /^(?:Версии|Versions)$/u, /Где используется|Where used/u].map((name, index) => after(form, `form, tab ${index + 2}`, (page) => page.getByRole('tab', { name }).click())),
      after(form, 'form to be handed out', dialog(/Дать заполнить|Hand out/u)),
      builder,
      after(builder, 'palette', async (page) => { await page.getByRole('button', { name: /^(?:Добавить вопрос в раздел|Add a question to)/u }).first().click(); await expect(page.getByRole('menu')).toBeVisible(); }),
      after(builder, 'question opened', (page) => page.getByRole('main').getByRole('listitem').getByRole('button', { expanded: false }).first().click()),
      at('failures', '/incidents'),
      at('organisations', '/organisations'),
      after(at('', '/organisations'), 'new organisation', dialog(/Добавить организацию|Add an organisation/u)),
      people,
      after(people, 'new person', dialog(/Добавить человека|Add a person/u)),
      person,
      after(person, 'new role', dialog(/Дать роль|Give a role/u)),
      after(person, 'account', dialog(/Выдать новый пароль|Открыть учётную запись|Give a new password|Open an account/u)),
      at('substitutions', '/substitutions'),
      after(at('', '/substitutions'), 'new substitution', dialog(/Новое замещение|New substitution/u)),
      at('mail', '/mail'),
      at('action log', '/audit'),
    ],
  },
  {
    login: 'mentor2',
    screens: [pair, tab(pair, 'history'), tab(pair, 'diagram'), after(pair, 'pair to be suspended', dialog(/^(?:Приостановить|Suspend)$/u))],
  },
  {
    login: 'mentor2', when: ' of a suspended pair', before: ({ suspendPair }) => suspendPair(),
    screens: [caseOf('pair', 'suspended pair'), taskOf('pair', 'mine', 'pair to be resumed')],
  },
  {
    login: null,
    screens: [at('sign-in', '/login'), { name: 'first run', open: async ({ page }) => { await page.route('**/api/v1/setup', (route) => route.fulfill({ json: { needed: true } })); await page.goto('/setup'); await settled(page); } }],
  },
];

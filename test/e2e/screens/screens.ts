import { expect, type Page } from '@playwright/test';
import type { LivingCases } from './living-cases.js';
import type { Visitor } from './visitor.js';

/** Those of the living cases that are known by name. */
export type Living = Exclude<keyof LivingCases, 'suspendPair'>;

/** One thing that a person may have before them. Words of the panel are not used here: the same screen is opened in both languages. */
export interface Screen {
  readonly name: string;
  readonly open: (visitor: Visitor, cases: LivingCases) => Promise<void>;
}

interface Row { readonly id: string; readonly subject?: string | null; readonly title?: string; readonly instance?: string }
interface List { readonly items: readonly Row[] }

const search = (text: string): string => encodeURIComponent(text);

export const at = (name: string, address: string): Screen => ({ name, open: (visitor) => visitor.goTo(address) });

/** The screen that comes when something is pressed on another. */
export const after = (screen: Screen, name: string, press: (page: Page) => Promise<void>): Screen => ({
  name, open: async (visitor, cases) => { await screen.open(visitor, cases); await press(visitor.page); await expect(visitor.page.locator('.MuiSkeleton-root')).toHaveCount(0); },
});

/** What opens over the page is there. */
export const opened = (page: Page): Promise<void> => expect(page.locator('.MuiDialog-root, .MuiPopover-root').first()).toBeVisible();

async function caseId(visitor: Visitor, title: string): Promise<string> {
  return firstOf(await visitor.read<List>(`/process-instances?q=${search(title)}`), title);
}

function firstOf({ items }: List, title: string): string {
  const found = items[0]?.id;
  if (found === undefined) throw new Error(`Nothing is called "${title}"`);
  return found;
}

export const caseOf = (which: Living, name: string): Screen => ({
  name, open: async (visitor, cases) => { await visitor.goTo(`/process-instances/${await caseId(visitor, cases[which])}`); },
});

export const taskOf = (which: Living, scope: 'mine' | 'available' | 'team' | 'done', name: string): Screen => ({
  name,
  open: async (visitor, cases) => {
    // Not by search: a draft has its name from what its author has typed, which is nobody else's to find.
    const { items } = await visitor.read<List>(`/tasks?scope=${scope}&sort=createdAt&order=desc&limit=100`);
    await visitor.goTo(`/tasks/${firstOf({ items: items.filter(({ subject }) => subject === cases[which]) }, cases[which])}`);
  },
});

export const documentOf = (which: Living, name: string): Screen => ({
  name, open: async (visitor, cases) => { await visitor.goTo(`/documents/${firstOf(await visitor.read<List>(`/documents?q=${search(cases[which])}`), cases[which])}`); },
});

/** A list with conditions set, as its own address says them. */
export const filtered = (name: string, address: string, filter: object): Screen => at(name, `${address}?filter=${search(JSON.stringify(filter))}`);

export const tab = (screen: Screen, key: string): Screen => after(screen, `${screen.name}: ${key}`, async (page) => {
  await page.locator(`#task-tab-${key}`).click();
  await expect(page.locator(`#task-panel-${key}`)).toBeVisible();
});

/** A surface that answers with a fault, for the screens that people see then. */
export const failing = (screen: Screen, name: string, path: string, status: number): Screen => ({
  name,
  open: async (visitor, cases) => {
    const before = visitor.faults.length;
    const body = JSON.stringify({ type: 'about:blank', title: '', status, code: 'test', detail: '' });
    // What the program has read before it would not ask for again.
    visitor.startAnew();
    await visitor.page.route(path, (route) => route.fulfill({ status, contentType: 'application/problem+json', body }));
    await screen.open(visitor, cases);
    await visitor.page.unroute(path);
    visitor.startAnew();
    visitor.faults.length = before;
  },
});

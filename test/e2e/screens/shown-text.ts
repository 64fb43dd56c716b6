import type { Page } from '@playwright/test';

/** Top groups of the panel's catalogues: a text like `task.title` that reaches the screen is a message that is missing. */
const GROUPS = [
  'ra', 'reglament', 'app', 'shell', 'menu', 'bell', 'start', 'action', 'error', 'state', 'list', 'term', 'clock', 'session', 'setup', 'worklist', 'task', 'tabs', 'draft', 'conflict', 'checks', 'outcome', 'sign', 'register',
  'party', 'approval', 'case', 'children', 'history', 'comments', 'diagram', 'nodeType', 'definition', 'incident', 'document', 'relation', 'diff', 'sheet', 'journal', 'person', 'organisation', 'substitution', 'audit',
];
const KEY = new RegExp(String.raw`(?<![\w./-])(?:${GROUPS.join('|')})\.[a-z][A-Za-z.]+(?![\w-])`, 'gu');
const FILE = /\.(?:docx|pdf|txt|json|png|xlsx)$/u;

/** Everything that a person reads or hears: texts, names of controls, placeholders. What is named as Russian, and what is hidden from both, is not. */
async function shownText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const skipped = '[lang="ru"], [aria-hidden="true"], script, style, noscript';
    const parts: string[] = [document.title];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.parentElement?.closest(skipped) === null && node.parentElement.checkVisibility()) parts.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
      if (element.closest(skipped) !== null) continue;
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) parts.push(element.getAttribute(name) ?? '');
    }
    return parts.join('\n');
  });
}

export async function rawKeys(page: Page): Promise<readonly string[]> {
  const found = (await shownText(page)).match(KEY) ?? [];
  return [...new Set(found)].filter((key) => !FILE.test(key));
}

/** Russian words of the panel itself: those that no answer of the server contains. Names, titles and texts of packages come from there. */
export async function foreignWords(page: Page, answers: string): Promise<readonly string[]> {
  const words = new Set((await shownText(page)).match(/\p{Script=Cyrillic}{2,}/gu));
  const known = answers.toLowerCase();
  return [...words].filter((word) => !known.includes(word.toLowerCase()));
}

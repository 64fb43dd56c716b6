import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { foreignWords, rawKeys } from './shown-text.js';

export type Language = 'ru' | 'en';

/** WCAG 2.0 to 2.2, A and AA, and axe's own best practice: every rule, none switched off. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What is wrong with the screen as it is now, in words: accessibility by axe, a page wider than the window, keys of the catalogue in place of
 * words, and on an English screen Russian words that no answer of the server contains.
 *
 * @param answers all that the server has answered to this page
 */
export async function checkScreen(page: Page, language: Language, answers: string): Promise<readonly string[]> {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).options({ resultTypes: ['violations'] }).analyze();
  const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} — ${(failureSummary ?? '').replaceAll(/\s+/gu, ' ').slice(0, 240)}`));
  const { wide, room } = await page.evaluate(() => ({ wide: document.scrollingElement?.scrollWidth ?? 0, room: document.scrollingElement?.clientWidth ?? 0 }));
  if (wide > room) faults.push(`the page is ${wide} px wide in a window of ${room} px`);
  faults.push(...(await rawKeys(page)).map((key) => `a key in place of words: ${key}`));
  if (language === 'en') faults.push(...(await foreignWords(page, answers)).map((word) => `a Russian word on an English screen: ${word}`));
  return faults;
}

/** Everything has come, and no colour is on its way to another: axe measures what it sees at that moment. */
async function atRest(page: Page): Promise<void> {
  await expect(page.locator('.MuiSkeleton-root')).toHaveCount(0);
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}

import { expect, type Locator, type Page } from '@playwright/test';

interface Stop { readonly name: string; readonly visible: boolean; readonly marked: boolean; readonly top: number; readonly left: number }

/** A person without a mouse: Tab, arrows, Enter, letters. Every stop on the way has to be seen. */
export class Keyboard {
  constructor(readonly page: Page) {}

  /** Walks by Tab to a control further on. Fails at the first stop that is not seen, or that does not show its focus. */
  tabTo(target: Locator): Promise<readonly Stop[]> {
    return this.#walk('Tab', target);
  }

  /** The same backwards: to the header and the navigation, which stand before the page. */
  backTo(target: Locator): Promise<readonly Stop[]> {
    return this.#walk('Shift+Tab', target);
  }

  async #walk(key: string, target: Locator, most = 60): Promise<readonly Stop[]> {
    await expect(target).toBeVisible();
    const stops: Stop[] = [];
    for (let pressed = 0; pressed < most; pressed++) {
      await this.page.keyboard.press(key);
      const stop = await this.page.evaluate(focusedStop);
      expect(stop.visible, `«${stop.name}» has the focus and is not seen`).toBe(true);
      expect(stop.marked, `«${stop.name}» does not show that it has the focus`).toBe(true);
      stops.push(stop);
      if (await target.evaluate((element) => element === document.activeElement)) return stops;
    }
    throw new Error(`${most} presses of ${key} do not lead there; stops: ${stops.map(({ name }) => name).join(' → ')}`);
  }

  /** Walks over rows by the key of j to the one that says this. */
  async rowTo(text: string | RegExp, most = 30): Promise<void> {
    const row = this.page.getByRole('main').getByRole('row').filter({ hasText: text }).first();
    await expect(row).toBeVisible();
    for (let pressed = 0; pressed < most; pressed++) {
      await this.page.keyboard.press('KeyJ');
      if (await row.evaluate((element) => element.contains(document.activeElement))) return;
    }
    throw new Error(`the key of j does not lead to ${String(text)}`);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }
}

/** Runs in the page. A focus is marked by an outline, or by the frame that a field draws around itself. */
function focusedStop(): Stop {
  const element = document.activeElement ?? document.body;
  const box = element.getBoundingClientRect();
  const outlined = (one: Element | null): boolean => one !== null && getComputedStyle(one).outlineStyle !== 'none' && Number.parseFloat(getComputedStyle(one).outlineWidth) >= 1;
  const field = element.closest('.Mui-focused, .Mui-focusVisible, [role="radiogroup"]');
  const name = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent?.trim().slice(0, 60) ?? '';
  return {
    name: `${element.tagName.toLowerCase()} ${name}`, top: box.top + window.scrollY, left: box.left,
    visible: element !== document.body && box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < window.innerHeight,
    marked: outlined(element) || outlined(element.parentElement) || (field !== null && (field.matches('.Mui-focusVisible') || field.querySelector('fieldset') !== null || outlined(field))),
  };
}

import path from 'node:path';
import type { Page } from '@playwright/test';

/** Keeps a picture of the screen where SCREENSHOTS names a folder: for whoever looks at all of them one by one. */
export async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: path.join(folder, `${name.replaceAll(/[^\w-]+/gu, '-')}.png`), fullPage: true });
}

import { expect, type Page } from '@playwright/test';

/** Nothing is being loaded any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('.MuiSkeleton-root, [aria-busy="true"], .MuiCircularProgress-root')).toHaveCount(0);
}

import { expect, test } from '@playwright/test';
import { checkScreen, type Language } from './screens/check-screen.js';
import { makeLivingCases, type LivingCases } from './screens/living-cases.js';
import { photograph } from './screens/photograph.js';
import { TOURS } from './screens/tour.js';
import { Visitor } from './screens/visitor.js';

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 375, height: 740 };

test.describe('every screen is fit for everybody', () => {
  let cases: LivingCases;

  test.beforeAll(async () => {
    test.setTimeout(600_000);
    cases = await makeLivingCases((Date.now() % 60_466_176).toString(36));
  });

  for (const { login, when, before, screens } of TOURS) {
    for (const language of ['ru', 'en'] as const satisfies readonly Language[]) {
      test(`what ${login ?? 'nobody'} sees${when ?? ''}, ${language}: axe finds nothing, nothing is wider than its window, every word is in the language`, async ({ browser }) => {
        test.setTimeout(600_000);
        await before?.(cases);
        const visitor = await Visitor.arrive(browser, login, language);
        const faults: string[] = [];
        for (const screen of screens) {
          await visitor.page.setViewportSize(WIDE);
          try {
            await screen.open(visitor, cases);
          } catch (error) {
            faults.push(`${screen.name}: does not open: ${String(error)}`);
            visitor.startAnew();
            continue;
          }
          for (const viewport of language === 'ru' ? [WIDE, PHONE] : [WIDE]) {
            await visitor.page.setViewportSize(viewport);
            const found = await checkScreen(visitor.page, language, await visitor.answers());
            faults.push(...found.map((fault) => `${screen.name}, ${viewport.width} px: ${fault}`));
            await photograph(visitor.page, `${login ?? 'nobody'}-${screen.name}-${language}-${viewport.width}`);
          }
        }
        await visitor.leave();
        expect([...faults, ...visitor.faults]).toEqual([]);
      });
    }
  }
});

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folder = join(import.meta.dirname, 'canaries');

/** Each canary breaks one rule and names it; a wall that has fallen lets its canary live. */
describe('the walls between the layers', () => {
  let caught: Record<string, string[]>;

  beforeAll(() => {
    const output = execFileSync(process.execPath, [join(import.meta.dirname, 'lint-canaries.mjs')], { cwd: root, encoding: 'utf8' });
    caught = JSON.parse(output.slice(output.lastIndexOf('\n{') + 1)) as Record<string, string[]>;
  }, 120_000);

  it.each(readdirSync(folder))('catch %s', (canary) => {
    const rule = /caught by: (\S+)/.exec(readFileSync(join(folder, canary), 'utf8'))?.[1];
    expect(caught[canary]).toContain(rule);
  });
});

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { borrowDatabase } from './borrow-database.mjs';
import { checkDatabase } from './database.mjs';
import { openEmbeddedDatabase } from './own-database.mjs';
import { UndoStack } from './undo-stack.mjs';

describe('the database of a command beside the product', () => {
  let dataRoot: string;
  let product: UndoStack;
  let command: UndoStack;

  beforeEach(() => {
    dataRoot = mkdtempSync(join(tmpdir(), 'borrow-'));
    chmodSync(dataRoot, 0o711);
    product = new UndoStack();
    command = new UndoStack();
  });

  afterEach(async () => {
    await command.undo();
    await product.undo();
    rmSync(dataRoot, { recursive: true, force: true, maxRetries: 5 });
  });

  const borrow = (which?: 'demo' | 'empty', create = false): Promise<string> => borrowDatabase({ dataRoot, which, create, undo: command });

  it('is that of the running product, which goes on after the command', async () => {
    const url = await openEmbeddedDatabase({ dataRoot, empty: false, undo: product });
    await expect(borrow()).resolves.toBe(url);
    await command.undo();
    await expect(checkDatabase(url)).resolves.toBeUndefined();
  });

  it('is started for the command when the product does not run', async () => {
    await openEmbeddedDatabase({ dataRoot, empty: true, undo: product });
    await product.undo();
    const url = await borrow();
    expect(url).toMatch(/\/reglament$/);
    await expect(checkDatabase(url)).resolves.toBeUndefined();
    await command.undo();
    await expect(checkDatabase(url)).rejects.toMatchObject({ name: 'Refusal' });
  });

  it('must be named when there are two', async () => {
    await openEmbeddedDatabase({ dataRoot, empty: true, undo: product });
    await product.undo();
    product = new UndoStack();
    const demo = await openEmbeddedDatabase({ dataRoot, empty: false, undo: product });
    await expect(borrow()).rejects.toThrow(/--demo .* --empty/);
    await expect(borrow('demo')).resolves.toBe(demo);
  });

  it('is not made by the way, except to restore into', async () => {
    await expect(borrow()).rejects.toThrow('There are no data');
    await expect(borrow(undefined, true)).resolves.toMatch(/\/reglament$/);
  });
});

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CRASH_POINTS } from '@reglament/runtime';
import { buildServer } from '../../tools/build/build-server.mjs';
import { killAtPoints } from './harm.mjs';
import { startProduct } from './product.mjs';
import { torment } from './torment.mjs';

// Real processes that boot some forty times.
jest.setTimeout(1_500_000);

describe('the product, killed once at every named crash point', () => {
  let folder: string;
  let product: Awaited<ReturnType<typeof startProduct>>;

  beforeAll(async () => {
    await buildServer();
    folder = mkdtempSync(path.join(os.tmpdir(), 'reglament-crash-points-'));
    chmodSync(folder, 0o711); // the database's account must get through
    // All background work is the worker's, so that it comes by every point soon.
    product = await startProduct(folder, { REGLAMENT_BACKGROUND: 'off', REGLAMENT_DEMO_CASES: 'off' });
  });
  afterAll(async () => {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('loses nothing that was acknowledged, does nothing twice, and leaves nothing stuck', async () => {
    const report = await torment({ product, folder, seed: 1, clients: 2, openEnough: 3, harm: killAtPoints(product, CRASH_POINTS, 1) });
    expect(report).toMatchObject({ died: Object.fromEntries(CRASH_POINTS.map((point) => [point, 1])), ledger: [], verify: [], incidents: 0, clean: true });
    expect(report.acknowledged).toBeGreaterThan(CRASH_POINTS.length);
    expect(report.unknown).toBeGreaterThan(0);
  });
});

import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export default async function globalTeardown() {
  rmSync(path.join(os.tmpdir(), `reglament-demo-${process.env.TEST_RUN}`), { recursive: true, force: true });
  await globalThis.stopTestPostgres?.();
}

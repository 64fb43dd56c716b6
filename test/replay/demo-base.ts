import { mkdir, readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createRegistries, loadDemoBase, readDemoPasswords } from '@reglament/runtime';
import { appConnection, connectStore } from '@reglament/store';
import type { PreparedBase } from '@reglament/testing';

const root = path.join(__dirname, '../..');
const run = process.env['TEST_RUN'] ?? 'alone';
/** Jest's global teardown takes it away. */
const folder = path.join(os.tmpdir(), `reglament-demo-${run}`);

/** The demo base with the repository's packages, as the first `npm start` makes it. Named by the run, for packages change between runs. */
export const demoBase: PreparedBase = {
  key: `demo_${run}`,
  async make(ownerUrl) {
    const store = await connectStore(appConnection(ownerUrl));
    try {
      await mkdir(folder, { recursive: true });
      await loadDemoBase(store, { root, dataDir: folder, ...createRegistries() });
    } finally {
      await store.close();
    }
  },
};

/** Passwords of the demo's people by login. */
export async function demoPasswords(): Promise<ReadonlyMap<string, string>> {
  const file = (await readdir(folder)).find((name) => name.startsWith('demo-accounts'));
  if (file === undefined) throw new Error(`no file with accounts in ${folder}`);
  return readDemoPasswords(path.join(folder, file));
}

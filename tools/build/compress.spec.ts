import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressFolder } from './compress.mjs';

it('puts both compressed forms beside every text file that is worth it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'compress-'));
  const text = 'const answer = 42;\n'.repeat(200);
  mkdirSync(join(folder, 'assets'));
  for (const name of ['assets/big.js', 'assets/picture.png']) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'small.js'), 'x');

  await compressFolder(folder);

  expect(brotliDecompressSync(readFileSync(join(folder, 'assets/big.js.br'))).toString()).toBe(text);
  expect(gunzipSync(readFileSync(join(folder, 'assets/big.js.gz'))).toString()).toBe(text);
  expect(['assets/picture.png.br', 'small.js.br', 'small.js.gz'].filter((name) => existsSync(join(folder, name)))).toEqual([]);
  rmSync(folder, { recursive: true });
});

import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { convertToPdf, findOfficeSuite } from './office-suite.js';

let folder: string;
beforeEach(async () => { folder = await mkdtemp(path.join(tmpdir(), 'office-suite-')); });
afterEach(() => rm(folder, { recursive: true }));

/** A program under the office suite's name that takes its arguments as the real one does. */
async function installed(script: string): Promise<string> {
  const program = path.join(folder, 'soffice');
  await writeFile(program, `#!/bin/sh\nwhile [ $# -gt 1 ]; do if [ "$1" = --outdir ]; then out=$2; fi; shift; done\n${script}\n`);
  await chmod(program, 0o755);
  return `${folder}${path.delimiter}/usr/bin${path.delimiter}/bin`;
}
const left = async (): Promise<readonly string[]> => (await readdir(tmpdir())).filter((name) => name.startsWith('reglament-pdf-'));

describe('Word to PDF', () => {
  it('gives nothing where there is no office suite', async () => {
    expect(await findOfficeSuite(folder)).toBeNull();
    expect(await convertToPdf(Buffer.from('word'), folder)).toBeNull();
  });

  it('gives what the office suite of the machine makes of the file, and leaves no copy of it behind', async () => {
    const before = await left();
    const searchPath = await installed('{ printf "%%PDF of "; cat "$1"; } > "$out/document.pdf"');
    expect(Buffer.from((await convertToPdf(Buffer.from('word'), searchPath))!).toString()).toBe('%PDF of word');
    expect(await left()).toEqual(before);
  });

  it.each(['exit 3', 'exit 0'])('is a fault, not a document without a PDF, when the office suite fails: %s', async (script) => {
    const before = await left();
    await expect(convertToPdf(Buffer.from('word'), await installed(script))).rejects.toThrow(/ended with code 3|ENOENT/);
    expect(await left()).toEqual(before);
  });

  it('is done one document at a time, and goes on after a failure', async () => {
    const searchPath = await installed('mkdir "$(dirname "$0")/busy" || exit 4\nsleep 0.1\nrmdir "$(dirname "$0")/busy"\ncat "$1" > "$out/document.pdf"\ngrep -q bad "$1" && exit 1\nexit 0');
    const all = await Promise.allSettled(['one', 'bad', 'two'].map((text) => convertToPdf(Buffer.from(text), searchPath)));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});

import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const NAMES = ['soffice', 'libreoffice'] as const;
/** A page takes a second or two, the first start of a profile several. */
const LONGEST_MS = 90_000;

let last: Promise<unknown> = Promise.resolve();

/**
 * Word to PDF by LibreOffice, where the machine has one in its PATH; null where it has none, which is no fault (decision 14). One document
 * at a time: each conversion is a process of some hundred megabytes. The profile is a folder of its own, so that nothing of an
 * earlier document, and no macro of anybody's, is in it.
 *
 * @throws Error when the office suite fails, gives nothing or takes too long; a later attempt may do better.
 */
export function convertToPdf(docx: Uint8Array, searchPath = process.env['PATH'] ?? ''): Promise<Uint8Array | null> {
  const converted = last.then(() => convert(docx, searchPath));
  last = converted.catch(() => undefined);
  return converted;
}

/** Whether documents that a Word template makes get a PDF on this machine. */
export async function findOfficeSuite(searchPath = process.env['PATH'] ?? ''): Promise<string | null> {
  for (const folder of searchPath.split(path.delimiter).filter((each) => path.isAbsolute(each))) {
    for (const name of NAMES) {
      const program = path.join(folder, name);
      if (await access(program, constants.X_OK).then(() => true, () => false)) return program;
    }
  }
  return null;
}

async function convert(docx: Uint8Array, searchPath: string): Promise<Uint8Array | null> {
  const program = await findOfficeSuite(searchPath);
  if (program === null) return null;
  const folder = await mkdtemp(path.join(tmpdir(), 'reglament-pdf-'));
  try {
    const source = path.join(folder, 'document.docx');
    await writeFile(source, docx);
    await run(program, [
      `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`, '--headless', '--norestore', '--nolockcheck', '--convert-to', 'pdf', '--outdir', folder, source,
    ], { PATH: searchPath, HOME: folder });
    return await readFile(path.join(folder, 'document.pdf'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[], env: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    // A group of its own: the program is a script that starts the real one, and both have to end together.
    const child = spawn(program, args, { env, stdio: 'ignore', detached: true });
    const timer = setTimeout(() => { if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL'); }, LONGEST_MS);
    child.on('error', (error) => { clearTimeout(timer); reject(error); });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`the office suite ended with ${signal ?? `code ${code ?? '?'}`}`));
    });
  });
}

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { documentTemplateLimit, type DocumentTemplate } from '@reglament/contracts';
import { inspectTemplate } from '@reglament/documents';
import { entries } from './entries.js';
import type { PackageProblem } from './package-problem.js';

/** A Word template of a package, sound as a template. `names`: what it asks for outside its loops and conditions. */
export interface PackageTemplate { readonly file: string; readonly key: string; readonly json: DocumentTemplate; readonly names: readonly string[] }

const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u;

/** The templates of a package. One that cannot be used is a problem that names the placeholder; the others are read all the same. */
export async function readTemplates(root: string, folder: string, problems: PackageProblem[]): Promise<readonly PackageTemplate[]> {
  const names = (await entries(path.join(root, folder), 'files')).filter((name) => name.endsWith('.docx') && !name.startsWith('~$'));
  return (await Promise.all(names.map((name) => readTemplate(root, path.join(folder, name), problems)))).filter((template) => template !== null);
}

async function readTemplate(root: string, name: string, problems: PackageProblem[]): Promise<PackageTemplate | null> {
  const file = name.split(path.sep).join('/');
  const key = path.basename(name, '.docx');
  const wrong = (found: string, expected: string): null => {
    problems.push({ file, pointer: '', found, expected });
    return null;
  };
  if (!KEY.test(key)) return wrong(`"${key}"`, 'a key in lower case Latin letters, digits and hyphens as the name of the file');
  const { size } = await stat(path.join(root, name));
  if (size > documentTemplateLimit) return wrong(`${size} bytes`, `at most ${documentTemplateLimit}`);
  const bytes = await readFile(path.join(root, name));
  const inspected = inspectTemplate(bytes);
  if (!inspected.ok) {
    problems.push(...inspected.faults.map(({ found, message }) => ({ file, pointer: '', found: found === '' ? 'this file' : `{${found}}`, expected: `a template that can be filled: ${message.en}` })));
    return null;
  }
  return { file, key, json: { format: 1, key, docx: bytes.toString('base64') }, names: inspected.names };
}

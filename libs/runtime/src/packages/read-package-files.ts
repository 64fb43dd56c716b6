import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { entries } from './entries.js';
import type { PackageProblem } from './package-problem.js';
import { readTemplates, type PackageTemplate } from './read-templates.js';

/** A JSON file of a package; `file` is relative to the folder that holds `workflows/` and `forms/`. */
export interface PackageFile { readonly file: string; readonly key: string; readonly json: unknown }

/** Folders of a package whose files are one thing each, named for its key. */
export const PACKAGE_FOLDERS = ['processes', 'forms', 'document-kinds', 'journals', 'layouts', 'calendars', 'decision-tables', 'registries'] as const;
export type PackageFolder = (typeof PACKAGE_FOLDERS)[number];

export interface PackageFiles {
  readonly folder: string;
  readonly manifest: PackageFile | null;
  readonly things: Readonly<Record<PackageFolder, readonly PackageFile[]>>;
  readonly templates: readonly PackageTemplate[];
  readonly roles: PackageFile | null;
  readonly positions: PackageFile | null;
  readonly samples: ReadonlyMap<string, PackageFile>;
}

export interface ReadPackages { readonly packages: readonly PackageFiles[]; readonly sharedForms: readonly PackageFile[]; readonly problems: readonly PackageProblem[] }

const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Reads every package below `root`. A file that is no JSON is a problem like any other: the rest is read all the same. */
export async function readPackageFiles(root: string): Promise<ReadPackages> {
  const problems: PackageProblem[] = [];
  const read = (file: string): Promise<PackageFile | null> => readJson(root, file, problems);
  const packages: PackageFiles[] = [];
  for (const folder of await entries(path.join(root, 'workflows'), 'folders')) {
    const home = path.join('workflows', folder);
    if (!existsSync(path.join(root, home, 'reglament.json'))) continue;
    const things = Object.fromEntries(await Promise.all(PACKAGE_FOLDERS.map(async (name) => [name, await readAll(root, path.join(home, name), read)]))) as unknown as PackageFiles['things'];
    const optional = (name: string): Promise<PackageFile | null> => (existsSync(path.join(root, home, name)) ? read(path.join(home, name)) : Promise.resolve(null));
    const samples = new Map((await readAll(root, path.join(home, 'samples'), read)).map((file) => [file.key, file]));
    const templates = await readTemplates(root, path.join(home, 'templates'), problems);
    packages.push({ folder, manifest: await read(path.join(home, 'reglament.json')), things, templates, roles: await optional('roles.json'), positions: await optional('positions.json'), samples });
  }
  return { packages, sharedForms: await readAll(root, 'forms', read), problems };
}

async function readAll(root: string, folder: string, read: (file: string) => Promise<PackageFile | null>): Promise<readonly PackageFile[]> {
  const names = (await entries(path.join(root, folder), 'files')).filter((name) => name.endsWith('.json'));
  return (await Promise.all(names.map((name) => read(path.join(folder, name))))).filter((file) => file !== null);
}

async function readJson(root: string, file: string, problems: PackageProblem[]): Promise<PackageFile | null> {
  const shown = file.split(path.sep).join('/');
  try {
    const bytes = await readFile(path.join(root, file));
    if (bytes.byteLength > MAX_FILE_BYTES) {
      problems.push({ file: shown, pointer: '', found: `${bytes.byteLength} bytes`, expected: `at most ${MAX_FILE_BYTES}` });
      return null;
    }
    return { file: shown, key: path.basename(file, '.json'), json: JSON.parse(bytes.toString('utf8')) as unknown };
  } catch (error) {
    problems.push({ file: shown, pointer: '', found: (error as Error).message, expected: 'a JSON document' });
    return null;
  }
}

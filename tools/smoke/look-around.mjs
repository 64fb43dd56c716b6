import { readFileSync } from 'node:fs';

/**
 * Signs in as the first of the demo's people, reads the worklist, and counts the processes that are there.
 *
 * @returns {Promise<number>} processes
 */
export async function lookAround({ address, accountsFile }) {
  const line = readFileSync(accountsFile, 'utf8').split('\n').find((each) => each.trim() !== '' && !each.startsWith('#')) ?? '';
  const [login, password] = line.split('\t');
  const signedIn = await fetch(`${address}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login, password }) });
  if (!signedIn.ok) throw new Error(`${login} could not sign in: ${signedIn.status} ${await signedIn.text()}`);
  const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  const [, processes] = await Promise.all(['tasks', 'process-definitions'].map(async (list) => {
    const listed = await fetch(`${address}/api/v1/${list}`, { headers: { cookie } });
    if (!listed.ok) throw new Error(`${list} answered ${listed.status}: ${await listed.text()}`);
    return (await listed.json()).items;
  }));
  if (processes.length === 0) throw new Error('The demo base has no process');
  return processes.length;
}

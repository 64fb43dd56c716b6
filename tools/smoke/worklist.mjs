import { readFileSync } from 'node:fs';

/** Signs in as the first of the demo's people and counts what is on that desk. @returns {Promise<number>} */
export async function worklistOf({ address, accountsFile }) {
  const line = readFileSync(accountsFile, 'utf8').split('\n').find((each) => each.trim() !== '' && !each.startsWith('#')) ?? '';
  const [login, password] = line.split('\t');
  const signedIn = await fetch(`${address}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login, password }) });
  if (!signedIn.ok) throw new Error(`${login} could not sign in: ${signedIn.status} ${await signedIn.text()}`);
  const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  const listed = await fetch(`${address}/api/v1/tasks`, { headers: { cookie } });
  if (!listed.ok) throw new Error(`The worklist answered ${listed.status}: ${await listed.text()}`);
  return (await listed.json()).total;
}

/**
 * A person at the HTTP surface: signs in once (sessions outlive a crash), then asks. Every answer is one of `ok` (2xx), `refused` (4xx) or
 * `unknown` (no answer, or 5xx): of the last it is not known whether it was done.
 */
export async function signIn(base, { login, password }) {
  const response = await fetch(`${base}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login, password }) });
  if (!response.ok) throw new Error(`${login} could not sign in: ${response.status} ${await response.text()}`);
  const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  const session = await response.json();
  const ask = async (method, path, { body, key } = {}) => {
    const headers = { cookie, 'x-csrf-token': session.csrfToken, ...(body && { 'content-type': 'application/json' }), ...(key && { 'idempotency-key': key }) };
    try {
      const answer = await fetch(`${base}/api/v1${path}`, { method, headers, signal: AbortSignal.timeout(15_000), ...(body && { body: JSON.stringify(body) }) });
      const value = await answer.json();
      return { outcome: answer.ok ? 'ok' : answer.status >= 500 ? 'unknown' : 'refused', status: answer.status, value };
    } catch {
      return { outcome: 'unknown', status: 0, value: null };
    }
  };
  return { actor: session.person.reference, get: (path) => ask('GET', path), post: (path, body, key) => ask('POST', path, { body, key }) };
}

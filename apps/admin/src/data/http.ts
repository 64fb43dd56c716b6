import { ApiProblem, NetworkLost, readProblem } from './problem.js';
import { markSessionExpired } from './session-expiry.js';

export const API = '/api/v1';
const TIMEOUT_MS = 30_000;

/** What every request carries; set by the session, by a personal link and by the language switch. */
export const requestState = { csrfToken: '', linkCsrfToken: '', language: 'ru' };

const isOfLink = (path: string): boolean => path === '/respond' || path.startsWith('/respond/');

/** A respondent may be signed in to the panel as well: the two sessions have nothing to do with one another. */
export const csrfTokenFor = (path: string): string => (isOfLink(path) ? requestState.linkCsrfToken : requestState.csrfToken);

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Query;
  readonly body?: unknown;
  /** Sent as it is instead of `body`. */
  readonly raw?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  readonly idempotencyKey?: string;
  readonly etag?: string | null;
  readonly signal?: AbortSignal;
}

export interface ApiAnswer<T> {
  readonly data: T;
  readonly etag: string | null;
}

export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/**
 * One request to `/api/v1`. Answers JSON (undefined for 204). Throws `ApiProblem` for a refusal and `NetworkLost` where no answer came;
 * it never repeats by itself: who calls knows whether repeating is safe.
 */
export async function request<T>(path: string, options: ApiRequest = {}): Promise<ApiAnswer<T>> {
  const method = options.method ?? 'GET';
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json', 'accept-language': requestState.language, ...options.headers };
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  if (method !== 'GET') {
    headers['x-csrf-token'] = csrfTokenFor(path);
    headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID();
  }
  if (options.etag) headers['if-match'] = options.etag;
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  let response: Response;
  let text: string;
  try {
    response = await fetch(withQuery(API + path, options.query), {
      method, headers, credentials: 'same-origin',
      body: options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    });
    text = await response.text();
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new NetworkLost(error);
  }
  const body = parse(text);
  // Someone was signed in and is no more. The sign-in itself answers 401 for a wrong password, which ends no session.
  if (response.status === 401 && path !== '/session' && !isOfLink(path) && requestState.csrfToken !== '') markSessionExpired(true);
  if (!response.ok) throw new ApiProblem(readProblem(response.status, body));
  return { data: body as T, etag: response.headers.get('etag') };
}

export async function api<T>(path: string, options: ApiRequest = {}): Promise<T> {
  return (await request<T>(path, options)).data;
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { expect, request, type APIRequestContext } from '@playwright/test';
import { account } from '../office/accounts.js';

type Data = Readonly<Record<string, unknown>>;

interface TaskRow { readonly id: string; readonly node: string; readonly instance: string; readonly subject: string | null }
interface TaskToDo { readonly data: Data; readonly form: object | null; readonly outcomes: readonly { readonly key: string; readonly skipForm: boolean }[]; readonly operation: string | null }
interface Action { readonly key: string; readonly activity: number; readonly data?: Data }
interface Completion { readonly data?: Data; readonly remark?: string; readonly warningReasons?: Data }

/**
 * Somebody whose work is sent to the server without a browser. For what has to be there before the screens are looked at, and for nothing
 * that a test proves: the ways of an order, a pair and a monitoring through the panel have tests of their own.
 */
export class Colleague {
  readonly #login: string;
  readonly #api: APIRequestContext;
  readonly #csrf: string;

  private constructor(login: string, api: APIRequestContext, csrf: string) {
    this.#login = login;
    this.#api = api;
    this.#csrf = csrf;
  }

  static async arrive(login: string): Promise<Colleague> {
    const baseURL = new URL(process.env['BASE_URL'] ?? '').origin;
    const api = await request.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL } });
    const answer = await api.post('/api/v1/session', { data: { login, password: account(login).password } });
    expect(answer.status(), login).toBe(200);
    return new Colleague(login, api, ((await answer.json()) as { csrfToken: string }).csrfToken);
  }

  async leave(): Promise<void> {
    await this.#api.dispose();
  }

  async read<T>(path: string): Promise<T> {
    const answer = await this.#api.get(`/api/v1${path}`);
    expect(answer.status(), path).toBe(200);
    return (await answer.json()) as T;
  }

  async send<T>(path: string, body: unknown, method: 'POST' | 'PUT' = 'POST'): Promise<T> {
    const answer = await this.#api.fetch(`/api/v1${path}`, { method, data: body, headers: { 'x-csrf-token': this.#csrf, 'idempotency-key': crypto.randomUUID() } });
    expect(answer.status(), `${this.#login} ${path}: ${await answer.text()}`).toBeLessThan(300);
    return (await answer.json()) as T;
  }

  /** Id of the new case, in the organisation where this person may begin it first. */
  async start(definition: string, data?: Data): Promise<string> {
    const { items } = await this.read<{ items: readonly { key: string; startIn: readonly string[] }[] }>('/process-definitions?limit=100');
    const organisation = items.find(({ key }) => key === definition)?.startIn[0];
    return (await this.send<{ instance: string }>('/process-instances', { definition, organisation, ...(data && { data }) })).instance;
  }

  /** Completes the newest task of that step, as soon as it is there; `of`: the name of its case, which a part of the case may have in its own, or its id. What is given is typed over what the form holds. */
  async complete(of: string, node: string, outcome: string, { data, ...rest }: Completion = {}): Promise<void> {
    const task = await this.task(of, node);
    const { data: held, form, outcomes, operation } = await this.read<TaskToDo>(`/tasks/${task}`);
    const filled = form !== null && !outcomes.some(({ key, skipForm }) => key === outcome && skipForm);
    await this.send(`/tasks/${task}/complete`, { outcome, ...(filled && { data: { ...held, ...data } }), ...rest, ...(operation === 'sign' && { password: account(this.#login).password }) });
  }

  async task(of: string, node: string): Promise<string> {
    let found: TaskRow | undefined;
    // Some tasks wait for a service: a file that is being made.
    await expect.poll(async () => {
      const lists = await Promise.all(['mine', 'available'].map((scope) => this.read<{ items: readonly TaskRow[] }>(`/tasks?scope=${scope}&sort=createdAt&order=desc&limit=100`)));
      found = lists.flatMap(({ items }) => items).find((row) => row.node === node && ((row.subject ?? '').includes(of) || row.instance === of));
      return found !== undefined;
    }, { message: `${this.#login}: ${node} of ${of}`, timeout: 60_000 }).toBe(true);
    return found?.id ?? '';
  }

  /** Does what the page of the case offers. */
  async act(instance: string, key: string, data?: Data): Promise<void> {
    let action: Action | undefined;
    await expect.poll(async () => {
      action = (await this.read<{ actions: readonly Action[] }>(`/process-instances/${instance}`)).actions.find((each) => each.key === key);
      return action !== undefined;
    }, { message: `${this.#login}: ${key}`, timeout: 60_000 }).toBe(true);
    if (action) await this.send(`/process-instances/${instance}/actions/${action.activity}/${key}`, { ...(data && { data: { ...action.data, ...data } }) });
  }

  /** The reference of the first that a form's search finds under these words. `kind`: person, organisation, record:<registry>. */
  async find(kind: string, words: string): Promise<string> {
    const [first] = await this.read<readonly { reference: string }[]>(`/parties?q=${encodeURIComponent(words)}&kinds=${kind}`);
    if (first === undefined) throw new Error(`Nothing of ${kind} is called "${words}"`);
    return first.reference;
  }
}

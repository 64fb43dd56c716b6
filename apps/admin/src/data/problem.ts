import type { Problem } from '@reglament/contracts';

/** The server answered, and the answer is a refusal or a fault. `message` is for people, in the language that was asked for. */
export class ApiProblem extends Error {
  readonly status: number;
  /** react-admin reads field errors from here. */
  readonly body: Problem;

  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.body = problem;
  }
}

/** No answer came: the network, the server or the time ran out. Nothing is known about the fate of a write. */
export class NetworkLost extends Error {
  constructor(cause: unknown) {
    super('network', { cause });
    this.name = 'NetworkLost';
  }
}

export function problemOf(error: unknown): Problem | null {
  return error instanceof ApiProblem ? error.problem : null;
}

/** What the server says of one field of a body. */
export const fieldErrorOf = (error: unknown, name: string): string | undefined => problemOf(error)?.errors?.find(({ pointer }) => pointer === `/${name}`)?.message;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads any error body: a proxy's HTML page in front of the server must not turn into an empty message. */
export function readProblem(status: number, body: unknown): Problem {
  const from = isRecord(body) ? body : {};
  const text = (key: string): string => (typeof from[key] === 'string' ? from[key] : '');
  return {
    ...(from as Partial<Problem>),
    type: text('type') || 'about:blank',
    title: text('title') || `${status}`,
    status,
    code: text('code') || `http${status}`,
    detail: text('detail'),
  };
}

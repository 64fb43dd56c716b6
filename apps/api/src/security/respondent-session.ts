import { timingSafeEqual } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Respondent, RespondRequest, Runtime } from '@reglament/runtime';
import { RESPONDENT_MAX_HOURS } from '@reglament/runtime';
import type { Request, Response } from 'express';
import { answered } from '../http/answered.js';
import { localeOf } from '../http/locale.js';
import { badCsrf, notSignedIn } from '../http/problem-exception.js';
import { readCookie } from '../session/cookie.js';

const COOKIE = 'reglament_respond';
/** The browser sends it with requests of the respondent's page and no others. */
const COOKIE_PATH = '/api/v1/respond';
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

const respondents = new WeakMap<Request, Respondent>();

export function setRespondentCookie(response: Response, token: string, secure: boolean): void {
  response.cookie(COOKIE, token, { httpOnly: true, sameSite: 'strict', secure, path: COOKIE_PATH, maxAge: RESPONDENT_MAX_HOURS * 3_600_000 });
}

/** Lets in who came by a link. The session of the panel counts for nothing here, and this one for nothing there. */
export async function admitRespondent(runtime: Runtime, request: Request): Promise<void> {
  const token = readCookie(request, COOKIE);
  if (token === null) throw notSignedIn();
  const respondent = answered(await runtime.respondentOf(token));
  if (!SAFE_METHODS.has(request.method) && !same(request.header('x-csrf-token') ?? '', respondent.csrfToken)) throw badCsrf();
  respondents.set(request, respondent);
}

/** What use cases of respondents take: from the session, never from a body. */
export const FromLink = createParamDecorator((_data: unknown, context: ExecutionContext): RespondRequest => {
  const request = context.switchToHttp().getRequest<Request>();
  const respondent = respondents.get(request);
  if (!respondent) throw notSignedIn();
  return { respondent, locale: localeOf(request.headers['accept-language']), address: request.ip ?? null };
});

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

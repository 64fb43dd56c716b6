import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Subject } from '@reglament/access';
import type { Caller } from '@reglament/runtime';
import type { Request } from 'express';
import { localeOf } from '../http/locale.js';
import { notSignedIn } from '../http/problem-exception.js';

/** What the session guard found out about a request. */
export interface RequestSession {
  readonly tokenHash: string;
  readonly csrfToken: string;
  readonly person: string;
  readonly organisation: string;
  readonly path: string;
  readonly login: string;
  readonly locale: 'ru' | 'en';
  readonly subject: Subject;
}

const sessions = new WeakMap<Request, RequestSession>();

export function putSession(request: Request, session: RequestSession): void {
  sessions.set(request, session);
}

/** Null before the guard has let the request in. */
export function sessionIn(request: Request): RequestSession | null {
  return sessions.get(request) ?? null;
}

export function sessionOf(request: Request): RequestSession {
  const session = sessions.get(request);
  if (!session) throw notSignedIn();
  return session;
}

export function callerOf(request: Request): Caller {
  const { person } = sessionOf(request);
  return { person, locale: localeOf(request.headers['accept-language']), address: request.ip ?? null };
}

/** The caller as use cases take it: from the session, never from a body. */
export const Me = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => callerOf(context.switchToHttp().getRequest<Request>()));
export const MySession = createParamDecorator((_data: unknown, context: ExecutionContext): RequestSession => sessionOf(context.switchToHttp().getRequest<Request>()));

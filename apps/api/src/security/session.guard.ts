import { timingSafeEqual } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { permittedPaths } from '@reglament/access';
import type { Runtime } from '@reglament/runtime';
import type { Request } from 'express';
import { badCsrf, forbidden, notFound, notSignedIn } from '../http/problem-exception.js';
import { InjectRuntime } from '../runtime.token.js';
import { SessionCache } from '../session/session-cache.js';
import { sessionCookie } from '../session/cookie.js';
import { hashOfToken } from '../session/sign-in.js';
import { ENDPOINT_POLICY, type EndpointPolicy } from './policy.decorator.js';
import { admitRespondent } from './respondent-session.js';
import { putSession } from './request-session.js';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Fails closed: an endpoint without a policy answers 404 even if the check at boot were lost. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector, private readonly sessions: SessionCache, @InjectRuntime() private readonly runtime: Runtime) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.get<EndpointPolicy | undefined>(ENDPOINT_POLICY, context.getHandler());
    if (!policy) throw notFound();
    if (policy.kind === 'public') return true;

    const request = context.switchToHttp().getRequest<Request>();
    if (policy.kind === 'link') {
      await admitRespondent(this.runtime, request);
      return true;
    }
    const token = sessionCookie(request);
    const session = token ? await this.sessions.read(hashOfToken(token)) : null;
    if (!session) throw notSignedIn();
    if (!SAFE_METHODS.has(request.method) && !sameText(request.header('x-csrf-token') ?? '', session.csrfToken)) throw badCsrf();
    putSession(request, session);
    if (policy.kind === 'permission' && permittedPaths(session.subject, policy.permission).length === 0) throw forbidden();
    return true;
  }
}

function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
